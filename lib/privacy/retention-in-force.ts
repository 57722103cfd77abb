import { asc, desc, lte } from 'drizzle-orm'
import { retentionRules } from '@/db/schema'
import { shanghaiDayOf } from '@/lib/deadlines'
import { type Queryable, serviceNow } from '@/lib/platform/database'

export type RetentionRule = typeof retentionRules.$inferSelect

/** How long each kind is kept today and by which law: what people are told, and what the night round does. */
export async function retentionInForce(db: Queryable): Promise<RetentionRule[]> {
  const rows = await db
    .select()
    .from(retentionRules)
    .where(lte(retentionRules.fromDate, shanghaiDayOf(await serviceNow(db))))
    .orderBy(asc(retentionRules.kind), desc(retentionRules.fromDate))
  const seen = new Set<string>()
  return rows.filter(({ kind }) => !seen.has(kind) && seen.add(kind))
}
