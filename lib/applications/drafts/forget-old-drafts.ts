import { and, eq, sql } from 'drizzle-orm'
import { applications } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'

/** A draft that nobody touched for so long is forgotten; the form says so where it saves (个人信息保护法 art. 19). */
export const DRAFT_KEPT_DAYS = 30

/** Deletes the drafts that were left alone for thirty days: what was typed into them is nobody's to keep. */
export async function forgetOldDrafts({ db }: { db: Queryable }): Promise<number> {
  const forgotten = await db
    .delete(applications)
    .where(
      and(
        eq(applications.status, 'draft'),
        sql`${applications.updatedAt} < service_now() - make_interval(days => ${DRAFT_KEPT_DAYS})`,
      ),
    )
    .returning({ id: applications.id })
  return forgotten.length
}
