import { type Certificate, isHolder, readDocumentEnding } from '@/lib/certificates'
import type { Database } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'

/** Five tries an hour for who asks about this certificate, thirty for all who ask about it together. */
const limits = [
  { kind: 'person-check', each: 'address', limit: 5 },
  { kind: 'person-check-of-certificate', each: 'certificate', limit: 30 },
] as const
const windowSeconds = 3_600

export type PersonCheckFailure = 'name-missing' | 'not-six-characters' | 'limit-reached'

/**
 * "Is it this person?": whether a holder of the certificate has this name and an identity document that ends
 * in these six characters. The answer is match or no match, never which of the two was wrong.
 */
export async function checkPerson(
  {
    certificate,
    name,
    lastSix,
    address,
  }: { certificate: Certificate; name: string; lastSix: string; address: string },
  { db }: { db: Database },
): Promise<Result<{ matches: boolean }, PersonCheckFailure>> {
  if (name.trim() === '') return failed('name-missing')
  const ending = readDocumentEnding(lastSix)
  if (!ending) return failed('not-six-characters')
  for (const { kind, each, limit } of limits) {
    const value = each === 'address' ? `${certificate.id} ${address}` : certificate.id
    const taken = await takeFromLimit({ bucket: { kind, value }, limit, windowSeconds }, { db })
    if (!taken.ok) return failed('limit-reached', taken.details)
  }
  return done({ matches: await isHolder(db, { certificate, name, ending }) })
}
