import { eq } from 'drizzle-orm'
import { signingKeys } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

/**
 * How long a key may sign, in years from its publication: the longest that NIST SP 800-57 (part 1, 5.3.6) gives
 * a private signing key. What it signed is verified for ever.
 */
const KEY_SIGNS_YEARS = 3
/** How long before its end the operator is told. */
const TOLD_BEFORE_DAYS = 90

/** By key id: a key's publication never changes. */
const ends = new Map<string, Date>()

/** The moment after which a published key signs nothing any more; every token of it carries this moment. */
export async function endOfKey(db: Queryable, { keyId }: { keyId: string }): Promise<Date> {
  const known = ends.get(keyId)
  if (known) return known
  const [row] = await db
    .select({ addedAt: signingKeys.addedAt })
    .from(signingKeys)
    .where(eq(signingKeys.keyId, keyId))
  if (!row) throw new Error('a key signs after it was published')
  const end = endOfKeyPublishedAt(row.addedAt)
  ends.set(keyId, end)
  return end
}

/** To the second, which is as fine as a token says it. */
export function endOfKeyPublishedAt(publishedAt: Date): Date {
  const end = new Date(publishedAt)
  end.setUTCFullYear(end.getUTCFullYear() + KEY_SIGNS_YEARS)
  end.setUTCMilliseconds(0)
  return end
}

/** Whether a key that ends then is soon to be replaced by `npm run keys:rotate`. */
export function isSoonAtItsEnd({ end, now }: { end: Date; now: Date }): boolean {
  return end.getTime() - now.getTime() < TOLD_BEFORE_DAYS * 24 * 3_600_000
}
