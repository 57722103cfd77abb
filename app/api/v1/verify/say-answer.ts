import { inShanghaiZone } from '@/lib/deadlines'
import type { Finding } from '@/lib/verification'

const nothing = {
  status: null,
  number: null,
  type: null,
  office: null,
  issuedOn: null,
  holders: null,
} as const

/** A verification as the API says it (DESIGN §9): always the same fields, null where there is nothing to say. */
export function sayAnswer(verification: Finding) {
  const checkedAt = inShanghaiZone(verification.checkedAt)
  if (!verification.genuine) return { genuine: false, reason: verification.reason, ...nothing, checkedAt }
  const { status, number, type, office, issuedOn, holders } = verification
  return {
    genuine: true,
    status,
    reason: null,
    number,
    type,
    office: { code: office.code, name: office.name },
    issuedOn,
    holders,
    checkedAt,
  }
}
