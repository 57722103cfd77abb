import { and, desc, eq, lte } from 'drizzle-orm'
import { timeLimits } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { CivilDate } from './rules'

export type TimeLimit = typeof timeLimits.$inferSelect
export type TimeLimitKind = TimeLimit['kind']

/**
 * The limit of a kind for clocks that start on a day: the newest row whose first day has come. A later row
 * never touches a clock that already runs.
 */
export async function limitInForce(
  db: Queryable,
  { kind, on }: { kind: TimeLimitKind; on: CivilDate },
): Promise<TimeLimit> {
  const [limit] = await db
    .select()
    .from(timeLimits)
    .where(and(eq(timeLimits.kind, kind), lte(timeLimits.fromDate, on)))
    .orderBy(desc(timeLimits.fromDate))
    .limit(1)
  if (!limit) throw new Error(`no time limit of kind ${kind} is in force on ${on}`)
  return limit
}
