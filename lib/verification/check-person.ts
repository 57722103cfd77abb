import { and, eq, ne } from 'drizzle-orm'
import { applicationParties } from '@/db/schema'
import type { Certificate } from '@/lib/certificates'
import { namesEqual } from '@/lib/identity/rules'
import type { Database } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'

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
  const ending = foldWidth(lastSix.slice(0, 100)).replace(/[\s-]/g, '').toUpperCase()
  if (!/^[0-9A-Z]{6}$/.test(ending)) return failed('not-six-characters')
  for (const { kind, each, limit } of limits) {
    const value = each === 'address' ? `${certificate.id} ${address}` : certificate.id
    const taken = await takeFromLimit({ bucket: { kind, value }, limit, windowSeconds }, { db })
    if (!taken.ok) return failed('limit-reached', taken.details)
  }
  return done({ matches: await isHolder({ certificate, name, ending }, { db }) })
}

async function isHolder(
  { certificate, name, ending }: { certificate: Certificate; name: string; ending: string },
  { db }: { db: Database },
): Promise<boolean> {
  if (!certificate.holders.some(holder => namesEqual({ one: holder.name, other: name.slice(0, 200) }))) {
    return false
  }
  const parties = await db
    .select({ name: applicationParties.name, documentNumber: applicationParties.documentNumber })
    .from(applicationParties)
    .where(
      and(
        eq(applicationParties.applicationId, certificate.applicationId),
        ne(applicationParties.role, 'proxy'),
      ),
    )
  return parties.some(
    party =>
      namesEqual({ one: party.name, other: name.slice(0, 200) }) &&
      party.documentNumber?.toUpperCase().endsWith(ending),
  )
}
