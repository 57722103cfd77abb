import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { complaints, deadlines } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import { shareOnTime } from './officer-load'
import { startOfMonth } from './start-of-month'
import { isOneOf } from './supervised-clocks'

/**
 * The share of complaints about the viewer's offices that were answered in time this month, by the office or by the
 * county where the office had nobody; the rest went to the county by themselves. Null while nothing was due.
 */
export async function complaintsOnTimeThisMonth(
  { viewer, now }: { viewer: Pick<StaffViewer, 'officeCodes'>; now: Date },
  { db }: { db: Queryable },
): Promise<number | null> {
  const since = startOfMonth(now)
  const inTime = and(gte(complaints.answeredAt, since), isNull(complaints.escalatedAt))
  const late = gte(complaints.escalatedAt, since)
  const [row] = await db
    .select({
      decided: sql<number>`count(*) filter (where ${inTime})::int`,
      lapsed: sql<number>`count(*) filter (where ${late})::int`,
    })
    .from(complaints)
    .innerJoin(deadlines, eq(deadlines.id, complaints.deadlineId))
    .where(and(isOneOf(deadlines.officeCode, viewer.officeCodes), or(inTime, late)))
  return shareOnTime(row ?? { decided: 0, lapsed: 0 })
}
