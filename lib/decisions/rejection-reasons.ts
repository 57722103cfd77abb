import { and, asc, eq, isNull } from 'drizzle-orm'
import { rejectionReasons } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { RejectionReason } from './proposals'

/** The reasons for refusal as published now: the guide prints them, and nothing else may be chosen. */
export async function publishedReasons(db: Queryable): Promise<RejectionReason[]> {
  return db
    .select()
    .from(rejectionReasons)
    .where(isNull(rejectionReasons.retiredAt))
    .orderBy(asc(rejectionReasons.code))
}

/** One published reason by its stable code; null once it is retired. */
export async function findPublishedReason(
  db: Queryable,
  { code }: { code: string },
): Promise<RejectionReason | null> {
  const [reason] = await db
    .select()
    .from(rejectionReasons)
    .where(and(eq(rejectionReasons.code, code), isNull(rejectionReasons.retiredAt)))
  return reason ?? null
}
