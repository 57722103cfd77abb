import { and, eq, inArray } from 'drizzle-orm'
import { deadlines } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { type Queryable, serviceNow, type Transaction } from '@/lib/platform/database'
import { enqueueJob } from '@/lib/platform/jobs/enqueue'
import { type ClockOfCase, isClockOfCase, isClockOfCaseSql } from './clock-of-case'
import { holdCalendar } from './hold-calendar'
import { limitInForce } from './limit-in-force'
import { officeTime } from './office-time'
import { dueAt, pauseClock, resumeClock, shanghaiDayOf } from './rules'

export type Deadline = typeof deadlines.$inferSelect

/** The case that a clock belongs to. */
type ClockedCase = { id: string; officeCode: string | null }

/** The table is the truth; the job only wakes the sweep, one for all deadlines of a due time. */
export async function wakeSweepAt(transaction: Transaction, due: Date): Promise<void> {
  await enqueueJob(transaction, {
    name: 'carry-out-due-deadlines',
    payload: {},
    runAt: new Date(due.getTime() + 1_000),
    key: `due ${due.toISOString()}`,
  })
}

function officeOf(application: ClockedCase): string {
  if (!application.officeCode) throw new Error('a draft has no office and no clock')
  return application.officeCode
}

/**
 * Starts the clock by which the office must decide, at the service's present, with the statutory limit beside
 * it (行政许可法 art. 42; the promised limit is the shorter one).
 */
export async function startOfficeClock(
  transaction: Transaction,
  { application }: { application: ClockedCase },
): Promise<{ dueAt: Date; statutoryDueAt: Date; provisional: boolean }> {
  const officeCode = officeOf(application)
  const [startedAt] = await Promise.all([serviceNow(transaction), holdCalendar(transaction)])
  const on = shanghaiDayOf(startedAt)
  const [time, promised, statutory] = await Promise.all([
    officeTime(transaction, { officeCode }),
    limitInForce(transaction, { kind: 'office-must-decide', on }),
    limitInForce(transaction, { kind: 'statutory-decision', on }),
  ])
  const due = dueAt({ startedAt, workingDays: promised.workingDays, ...time })
  const statutoryDue = dueAt({ startedAt, workingDays: statutory.workingDays, ...time })
  await Promise.all([
    transaction.insert(deadlines).values({
      applicationId: application.id,
      kind: 'office-must-decide',
      officeCode,
      law: promised.law,
      workingDays: promised.workingDays,
      startedAt,
      startsOn: due.startsOn,
      dueAt: due.dueAt,
      statutoryDueAt: statutoryDue.dueAt,
      provisional: due.provisional,
    }),
    wakeSweepAt(transaction, due.dueAt),
  ])
  return { dueAt: due.dueAt, statutoryDueAt: statutoryDue.dueAt, provisional: due.provisional }
}

/** Stops the office's clock and starts the applicant's: who must answer the correction notice, and by when. */
export async function handClockToApplicant(
  transaction: Transaction,
  { application }: { application: ClockedCase },
): Promise<{ dueAt: Date }> {
  const officeCode = officeOf(application)
  const now = await serviceNow(transaction)
  const [time, limit, office] = await Promise.all([
    officeTime(transaction, { officeCode }),
    limitInForce(transaction, { kind: 'applicant-must-answer', on: shanghaiDayOf(now) }),
    runningClock(transaction, { applicationId: application.id, kind: 'office-must-decide' }),
  ])
  const left = pauseClock({ dueAt: office.dueAt, pausedAt: now, ...time })
  const statutoryLeft = office.statutoryDueAt
    ? pauseClock({ dueAt: office.statutoryDueAt, pausedAt: now, ...time }).wholeWorkingDaysLeft
    : null
  await transaction
    .update(deadlines)
    .set({
      state: 'paused',
      pausedWorkingDaysLeft: left.wholeWorkingDaysLeft,
      pausedMinutesLeft: left.remainderMinutes,
      pausedStatutoryWorkingDaysLeft: statutoryLeft,
      pauses: [...office.pauses, { from: now.toISOString(), to: null, reason: 'correction' }],
    })
    .where(eq(deadlines.id, office.id))
  const due = dueAt({ startedAt: now, workingDays: limit.workingDays, ...time })
  await Promise.all([
    transaction.insert(deadlines).values({
      applicationId: application.id,
      kind: 'applicant-must-answer',
      officeCode,
      law: limit.law,
      workingDays: limit.workingDays,
      startedAt: now,
      startsOn: due.startsOn,
      dueAt: due.dueAt,
      provisional: due.provisional,
    }),
    wakeSweepAt(transaction, due.dueAt),
  ])
  return { dueAt: due.dueAt }
}

/** The applicant has answered: their clock is met, and the office's goes on with what was left of it. */
export async function handClockToOffice(
  transaction: Transaction,
  { application }: { application: ClockedCase },
): Promise<{ dueAt: Date }> {
  const now = await serviceNow(transaction)
  await meetClock(transaction, { applicationId: application.id, kind: 'applicant-must-answer' })
  const [office] = await transaction
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.applicationId, application.id), eq(deadlines.state, 'paused')))
    .for('update')
  if (office?.pausedWorkingDaysLeft == null || office.pausedMinutesLeft == null) {
    throw new Error('the office clock of a case under correction stands still')
  }
  const time = await officeTime(transaction, { officeCode: office.officeCode })
  const remainderMinutes = office.pausedMinutesLeft
  const resume = (wholeWorkingDaysLeft: number) =>
    resumeClock({ left: { wholeWorkingDaysLeft, remainderMinutes }, resumedAt: now, ...time })
  const due = resume(office.pausedWorkingDaysLeft)
  await transaction
    .update(deadlines)
    .set({
      state: 'running',
      dueAt: due.dueAt,
      statutoryDueAt:
        office.pausedStatutoryWorkingDaysLeft == null
          ? null
          : resume(office.pausedStatutoryWorkingDaysLeft).dueAt,
      provisional: due.provisional,
      pausedWorkingDaysLeft: null,
      pausedMinutesLeft: null,
      pausedStatutoryWorkingDaysLeft: null,
      pauses: office.pauses.map(pause => (pause.to ? pause : { ...pause, to: now.toISOString() })),
    })
    .where(eq(deadlines.id, office.id))
  await wakeSweepAt(transaction, due.dueAt)
  return { dueAt: due.dueAt }
}

/** Whoever had to act has acted in time. */
export async function meetClock(
  transaction: Transaction,
  { applicationId, kind }: { applicationId: string; kind: Deadline['kind'] },
): Promise<void> {
  await transaction
    .update(deadlines)
    .set({ state: 'met', metAt: serviceNowSql })
    .where(
      and(
        eq(deadlines.applicationId, applicationId),
        eq(deadlines.kind, kind),
        eq(deadlines.state, 'running'),
      ),
    )
}

/** Ends both clocks of a case that needs no answer any more (withdrawn, closed); a complaint still needs one. */
export async function cancelClocks(
  transaction: Transaction,
  { applicationId }: { applicationId: string },
): Promise<void> {
  await transaction
    .update(deadlines)
    .set({
      state: 'cancelled',
      pausedWorkingDaysLeft: null,
      pausedMinutesLeft: null,
      pausedStatutoryWorkingDaysLeft: null,
    })
    .where(
      and(
        eq(deadlines.applicationId, applicationId),
        inArray(deadlines.state, ['running', 'paused']),
        isClockOfCaseSql,
      ),
    )
}

/** The clock that runs in a case, if it is open. */
export async function findRunningDeadline(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<ClockOfCase | null> {
  const [running] = await db
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.applicationId, applicationId), eq(deadlines.state, 'running'), isClockOfCaseSql))
  return running && isClockOfCase(running) ? running : null
}

/**
 * Starts the clock by which a complaint must be answered. It runs beside the clock of its case and stops
 * nothing: to complain never costs the applicant time.
 */
export async function startComplaintClock(
  transaction: Transaction,
  { application }: { application: ClockedCase },
): Promise<{ id: string; dueAt: Date }> {
  const officeCode = officeOf(application)
  const startedAt = await serviceNow(transaction)
  const time = await officeTime(transaction, { officeCode })
  const limit = await limitInForce(transaction, { kind: 'complaint-answer', on: shanghaiDayOf(startedAt) })
  const due = dueAt({ startedAt, workingDays: limit.workingDays, ...time })
  const [clock] = await transaction
    .insert(deadlines)
    .values({
      applicationId: application.id,
      kind: 'complaint-answer',
      officeCode,
      law: limit.law,
      workingDays: limit.workingDays,
      startedAt,
      startsOn: due.startsOn,
      dueAt: due.dueAt,
      provisional: due.provisional,
    })
    .returning({ id: deadlines.id, dueAt: deadlines.dueAt })
  if (!clock) throw new Error('the clock of the complaint was not kept')
  await wakeSweepAt(transaction, due.dueAt)
  return clock
}

async function runningClock(
  transaction: Transaction,
  { applicationId, kind }: { applicationId: string; kind: Deadline['kind'] },
): Promise<Deadline> {
  const [running] = await transaction
    .select()
    .from(deadlines)
    .where(
      and(
        eq(deadlines.applicationId, applicationId),
        eq(deadlines.kind, kind),
        eq(deadlines.state, 'running'),
      ),
    )
    .for('update')
  if (!running) throw new Error(`the case has no running clock of kind ${kind}`)
  return running
}
