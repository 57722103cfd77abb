import type { CivilDate } from '@/lib/platform/civil-date'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'
import { type ResidentIdFailure, readResidentIdNumber } from './resident-id-number'

/** The documents by which a parent may be named; the resident ID card is the usual one. */
export const identityDocumentKinds = [
  'resident-id-card',
  'hk-macao-taiwan-residence-permit',
  'hk-macao-travel-permit',
  'taiwan-travel-permit',
  'foreign-permanent-resident-card',
  'passport',
] as const

export type IdentityDocumentKind = (typeof identityDocumentKinds)[number]
export type IdentityDocument = { kind: IdentityDocumentKind; number: string }
export type IdentityDocumentFailure = ResidentIdFailure | 'unknown-kind' | 'wrong-form' | 'other-document'

const forms: Partial<Record<IdentityDocumentKind, RegExp>> = {
  // 港澳居民来往内地通行证: H or M and eight digits, with two more of the holder's edition on older cards.
  'hk-macao-travel-permit': /^[HM]\d{8}(\d{2})?$/,
  // 台湾居民来往大陆通行证: eight digits, ten on older booklets.
  'taiwan-travel-permit': /^\d{8}(\d{2})?$/,
  passport: /^[A-Z0-9]{5,20}$/,
}

export function isIdentityDocumentKind(kind: string): kind is IdentityDocumentKind {
  return (identityDocumentKinds as readonly string[]).includes(kind)
}

/** Reads a document's number by the rules of its kind; folds full-width characters, case, spaces and hyphens. */
export function readIdentityDocument({
  kind,
  number: typed,
  today,
}: {
  kind: string
  number: string
  today: CivilDate
}): Result<IdentityDocument, IdentityDocumentFailure> {
  if (!isIdentityDocumentKind(kind)) return failed('unknown-kind')
  const number = foldWidth(typed.slice(0, 200)).replace(/[\s-]/g, '').toUpperCase()
  if (number === '') return failed('empty')
  if (kind === 'foreign-permanent-resident-card') return readPermanentResidentCard({ number, today })
  if (kind === 'resident-id-card' || kind === 'hk-macao-taiwan-residence-permit') {
    const read = readResidentIdNumber({ raw: typed, today })
    if (!read.ok) return read
    // 港澳台居民居住证 begin with 81, 82 or 83; an ID card never does.
    const isPermit = /^8[123]/.test(read.value.value)
    if (isPermit !== (kind === 'hk-macao-taiwan-residence-permit')) return failed('other-document')
    return done({ kind, number: read.value.value })
  }
  return forms[kind]?.test(number) ? done({ kind, number }) : failed('wrong-form')
}

/** 外国人永久居留身份证: three letters and twelve digits, since 2023 eighteen digits that begin with 9. */
function readPermanentResidentCard({
  number,
  today,
}: {
  number: string
  today: CivilDate
}): Result<IdentityDocument, IdentityDocumentFailure> {
  const kind = 'foreign-permanent-resident-card'
  if (/^[A-Z]{3}\d{12}$/.test(number)) return done({ kind, number })
  if (!/^9\d{16}[\dX]$/.test(number)) return failed('wrong-form')
  // Same birth date and check character as GB 11643; only the area is another (a 9 and the country's number).
  const asDomestic = readResidentIdNumber({ raw: `11${number.slice(2)}`, today })
  if (!asDomestic.ok && asDomestic.failure === 'impossible-birth-date') return asDomestic
  return checksOut(number) ? done({ kind, number }) : failed('check-character')
}

function checksOut(number: string): boolean {
  const sum = [...number].reduce((total, digit) => (total * 2 + (digit === 'X' ? 10 : Number(digit))) % 11, 0)
  return sum === 1
}
