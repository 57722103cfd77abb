import { desc, lte } from 'drizzle-orm'
import { commitmentVersions } from '@/db/schema'
import { civilDateIn } from '@/lib/platform/civil-date'
import { type Queryable, serviceNow } from '@/lib/platform/database'

export type Commitment = typeof commitmentVersions.$inferSelect

/** The text that is promised today: the newest version whose first day has come. */
export async function currentCommitment(db: Queryable): Promise<Commitment> {
  const today = civilDateIn({ instant: await serviceNow(db) })
  const [commitment] = await db
    .select()
    .from(commitmentVersions)
    .where(lte(commitmentVersions.effectiveFrom, today))
    .orderBy(desc(commitmentVersions.effectiveFrom), desc(commitmentVersions.version))
    .limit(1)
  if (!commitment) throw new Error(`no text of the commitment is in force on ${today}`)
  return commitment
}
