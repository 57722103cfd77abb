import { and, asc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { applications, deadlines } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { openStatuses } from '@/lib/applications'
import type { Database } from '@/lib/platform/database'
import { carryOutLapses, type DueDeadline } from './carry-out-lapse'

/** How many lapses share a transaction: few enough that nobody waits for one, enough to share its costs. */
const BATCH = 25

type Failed = { deadlineId: string; error: unknown }[]
type Lane = { db: Database; failed: Failed }

/**
 * The sweep: takes the deadlines that have fallen due from the table itself and carries them out, some in one
 * transaction. Two sweeps at once share the work (`skip locked`); a sweep killed in the middle loses nothing
 * and repeats nothing. One case that cannot be carried out does not hold up the others: those that were taken
 * with it are carried out one by one.
 *
 * @returns how many were carried out, and the ids of deadlines that failed
 */
export async function carryOutDueDeadlines(
  { lanes = 4 }: { lanes?: number },
  { db }: { db: Database },
): Promise<{ carriedOut: number; failed: Failed }> {
  const failed: Failed = []
  const counts = await Promise.all(Array.from({ length: lanes }, () => sweepLane({ db, failed })))
  return { carriedOut: counts.reduce((sum, count) => sum + count, 0), failed }
}

async function sweepLane({ db, failed }: Lane): Promise<number> {
  let carriedOut = 0
  for (;;) {
    const batch = await carryOutSome({ db, failed })
    carriedOut += batch.carriedOut
    if (batch.taken.length === 0) return carriedOut
    if (batch.undone) carriedOut += await carryOutOneByOne({ db, failed, ids: batch.taken })
  }
}

async function carryOutOneByOne({ db, failed, ids }: Lane & { ids: string[] }): Promise<number> {
  let carriedOut = 0
  for (const id of ids) {
    const alone = await carryOutSome({ db, failed, only: eq(deadlines.id, id) })
    carriedOut += alone.carriedOut
    // Another lane may have tried it at the same moment.
    const isKnown = failed.some(({ deadlineId }) => deadlineId === id)
    if (alone.undone && !isKnown) failed.push({ deadlineId: id, error: alone.undone.error })
  }
  return carriedOut
}

type Batch = { taken: string[]; carriedOut: number; undone?: { error: unknown } }

/** Takes the deadlines that are due longest and carries them out together, all or none. */
async function carryOutSome({ db, failed, only }: Lane & { only?: SQL }): Promise<Batch> {
  let taken: string[] = []
  try {
    return await db.transaction(async transaction => {
      const rows = await transaction
        .select({ application: applications, deadline: deadlines })
        .from(deadlines)
        .innerJoin(applications, eq(applications.id, deadlines.applicationId))
        .where(and(isDue(), isNotAmong(failed), only))
        .orderBy(asc(deadlines.dueAt))
        .limit(BATCH)
        .for('update', { of: applications, skipLocked: true })
      const due = oneOfEachCase(rows)
      taken = due.map(({ deadline }) => deadline.id)
      return { taken, carriedOut: taken.length === 0 ? 0 : await carryOutLapses(transaction, due) }
    })
  } catch (error) {
    if (taken.length === 0) throw error
    return { taken, carriedOut: 0, undone: { error } }
  }
}

function isDue(): SQL | undefined {
  return and(
    eq(deadlines.state, 'running'),
    // Asked again once the case is locked: whoever was faster has closed it meanwhile. A complaint outlives its case.
    or(inArray(applications.status, openStatuses), eq(deadlines.kind, 'complaint-answer')),
    lt(deadlines.dueAt, serviceNowSql),
  )
}

function isNotAmong(failed: Failed): SQL | undefined {
  if (failed.length === 0) return undefined
  return sql`${deadlines.id} <> all(${sql.param(failed.map(({ deadlineId }) => deadlineId))}::uuid[])`
}

/** A second clock of the same case, a complaint's, waits for the next batch, which reads what the first did to it. */
function oneOfEachCase(due: readonly DueDeadline[]): DueDeadline[] {
  const isFirst = (one: DueDeadline) =>
    due.find(({ application: { id } }) => id === one.application.id) === one
  return due.filter(isFirst)
}
