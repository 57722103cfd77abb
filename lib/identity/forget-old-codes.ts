import { sql } from 'drizzle-orm'
import { oneTimeCodes } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

/** Forgets codes that ended a day ago: until then "expired" and "used up" can still be told apart. */
export async function forgetOldCodes({ db }: { db: Queryable }): Promise<number> {
  const forgotten = await db
    .delete(oneTimeCodes)
    .where(sql`${oneTimeCodes.expiresAt} < service_now() - interval '24 hours'`)
    .returning({ purpose: oneTimeCodes.purpose })
  return forgotten.length
}
