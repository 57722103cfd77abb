import { and, asc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { applications, deadlines } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { openStatuses } from '@/lib/applications'
import type { Database } from '@/lib/platform/database'
import { carryOutLapse } from './carry-out-lapse'

/**
 * The sweep: takes every deadline that has fallen due from the table itself and carries each out in its own
 * transaction. Two sweeps at once share the work (`skip locked`); a sweep killed in the middle loses nothing
 * and repeats nothing. One case that cannot be carried out does not hold up the others.
 *
 * @returns how many were carried out, and the ids of deadlines that failed
 */
export async function carryOutDueDeadlines(
  { lanes = 4 }: { lanes?: number },
  { db }: { db: Database },
): Promise<{ carriedOut: number; failed: { deadlineId: string; error: unknown }[] }> {
  const failed: { deadlineId: string; error: unknown }[] = []
  const counts = await Promise.all(Array.from({ length: lanes }, () => sweepLane({ db, failed })))
  return { carriedOut: counts.reduce((sum, count) => sum + count, 0), failed }
}

async function sweepLane({
  db,
  failed,
}: {
  db: Database
  failed: { deadlineId: string; error: unknown }[]
}): Promise<number> {
  for (let count = 0; ; count += 1) {
    const taken = await carryOutNext({ db, failed })
    if (!taken) return count
  }
}

async function carryOutNext({
  db,
  failed,
}: {
  db: Database
  failed: { deadlineId: string; error: unknown }[]
}): Promise<boolean> {
  let current: string | null = null
  try {
    return await db.transaction(async transaction => {
      const [due] = await transaction
        .select({ application: applications, deadline: deadlines })
        .from(deadlines)
        .innerJoin(applications, eq(applications.id, deadlines.applicationId))
        .where(
          and(
            eq(deadlines.state, 'running'),
            // Asked again once the case is locked: whoever was faster has closed it meanwhile. A complaint
            // outlives its case.
            or(inArray(applications.status, openStatuses), eq(deadlines.kind, 'complaint-answer')),
            lt(deadlines.dueAt, serviceNowSql),
            failed.length > 0
              ? sql`${deadlines.id} <> all(${sql.param(failed.map(({ deadlineId }) => deadlineId))}::uuid[])`
              : undefined,
          ),
        )
        .orderBy(asc(deadlines.dueAt))
        .limit(1)
        .for('update', { of: applications, skipLocked: true })
      if (!due) return false
      current = due.deadline.id
      await carryOutLapse(transaction, due)
      return true
    })
  } catch (error) {
    if (!current) throw error
    failed.push({ deadlineId: current, error })
    return true
  }
}
