import { and, asc, eq, inArray } from 'drizzle-orm'
import { applications, deadlines, offices, timeLimits } from '@/db/schema'
import { type Application, recordEvent } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import { type Queryable, serviceNow, type Transaction } from '@/lib/platform/database'
import { type Deadline, wakeSweepAt } from './clocks'
import { type RecomputedDate, recomputeDueDate, shanghaiDayOf, type WorkingCalendar } from './rules'

/** A running clock as another calendar has it; `statutoryDueAt` beside it, for an office's clock. */
export type RecomputedDeadline = {
  deadline: Deadline
  application: Application
  date: RecomputedDate
  statutoryDueAt: Date | null
}

type Calendars = { before: WorkingCalendar; after: WorkingCalendar }

/**
 * What another calendar would do to every running clock, without doing it. A clock that stands still is not
 * among them: what is left of it is kept in working days, and the calendar in force when it goes on counts them.
 */
export async function recomputedDeadlines(
  db: Queryable,
  calendars: Calendars,
): Promise<RecomputedDeadline[]> {
  const now = await serviceNow(db)
  const statutoryLimits = await db
    .select()
    .from(timeLimits)
    .where(eq(timeLimits.kind, 'statutory-decision'))
    .orderBy(asc(timeLimits.fromDate))
  const running = await db
    .select({ deadline: deadlines, application: applications, opensAt: offices.opensAt })
    .from(deadlines)
    .innerJoin(applications, eq(applications.id, deadlines.applicationId))
    .innerJoin(offices, eq(offices.code, deadlines.officeCode))
    .where(eq(deadlines.state, 'running'))
    .orderBy(asc(deadlines.dueAt), asc(applications.reference))
  return running.map(({ deadline, application, opensAt }) => {
    const startedOn = shanghaiDayOf(deadline.startedAt)
    const statutory = statutoryLimits.findLast(({ fromDate }) => fromDate <= startedOn)
    const recompute = (clock: { dueAt: Date; workingDays: number; extensionWorkingDays: number | null }) =>
      recomputeDueDate({
        ...calendars,
        clock: { ...clock, startedAt: deadline.startedAt, pauses: endedPauses(deadline) },
        dueAt: clock.dueAt,
        opensAt: opensAt.slice(0, 5),
        now,
      })
    return {
      deadline,
      application,
      date: recompute(deadline),
      statutoryDueAt:
        deadline.statutoryDueAt && statutory
          ? recompute({
              dueAt: deadline.statutoryDueAt,
              workingDays: statutory.workingDays,
              extensionWorkingDays: null,
            }).dueAt
          : deadline.statutoryDueAt,
    }
  })
}

function endedPauses({ pauses }: Deadline): { from: Date; to: Date }[] {
  return pauses.flatMap(({ from, to }) => (to ? [{ from: new Date(from), to: new Date(to) }] : []))
}

/**
 * Recomputes every open deadline for a calendar that takes the place of another, in the transaction that
 * publishes it: each clock that moved keeps its earlier date, leaves one event, and its applicant is told;
 * each that was provisional and no longer is loses the mark. The caller lets nobody count meanwhile
 * (`replaceCalendarAlone`).
 */
export async function recomputeDeadlines(
  transaction: Transaction,
  { viewer, ...calendars }: Calendars & { viewer: StaffViewer },
): Promise<{ moved: number; settled: number }> {
  const recomputed = await recomputedDeadlines(transaction, calendars)
  const toMove = recomputed.filter(({ date }) => date.moved)
  await lockCases(transaction, toMove)
  let moved = 0
  for (const clock of toMove) {
    if (await moveDeadline(transaction, { clock, viewer })) moved += 1
  }
  const settled = await settleProvisional(transaction, recomputed)
  await moveStatutoryLimits(transaction, recomputed)
  return { moved, settled }
}

/** In the order of their ids, so that two who lock many cases never wait for each other. */
async function lockCases(transaction: Transaction, clocks: RecomputedDeadline[]): Promise<void> {
  if (clocks.length === 0) return
  await transaction
    .select({ id: applications.id })
    .from(applications)
    .where(
      inArray(
        applications.id,
        clocks.map(({ application }) => application.id),
      ),
    )
    .orderBy(asc(applications.id))
    .for('update')
}

async function moveDeadline(
  transaction: Transaction,
  { clock, viewer }: { clock: RecomputedDeadline; viewer: StaffViewer },
): Promise<boolean> {
  const { deadline, application, date, statutoryDueAt } = clock
  const [moved] = await transaction
    .update(deadlines)
    .set({
      startsOn: date.startsOn,
      dueAt: date.dueAt,
      statutoryDueAt,
      provisional: date.provisional,
      movedFrom: deadline.dueAt,
      ...(date.dueAt > deadline.dueAt ? { remindedAmberAt: null, remindedRedAt: null } : {}),
    })
    .where(and(eq(deadlines.id, deadline.id), eq(deadlines.state, 'running')))
    .returning({ id: deadlines.id })
  if (!moved) return false
  await recordEvent(transaction, {
    application,
    name: 'deadline-moved',
    from: application.status,
    to: application.status,
    by: { kind: 'administrator', staffId: viewer.staffId, officeCode: deadline.officeCode },
    details: {
      kind: deadline.kind,
      movedFrom: deadline.dueAt.toISOString(),
      movedTo: date.dueAt.toISOString(),
    },
  })
  await notifyResident(transaction, { application, template: 'deadline-moved' })
  await wakeSweepAt(transaction, date.dueAt)
  return true
}

async function settleProvisional(
  transaction: Transaction,
  recomputed: RecomputedDeadline[],
): Promise<number> {
  const changed = (provisional: boolean) =>
    recomputed.flatMap(({ deadline, date }) =>
      !date.moved && deadline.provisional !== provisional && date.provisional === provisional
        ? [deadline.id]
        : [],
    )
  for (const provisional of [true, false]) {
    const ids = changed(provisional)
    if (ids.length > 0) {
      await transaction.update(deadlines).set({ provisional }).where(inArray(deadlines.id, ids))
    }
  }
  return changed(false).length
}

/** The statutory limit beside a promised one may move alone; it is shown, and nothing happens at its end. */
async function moveStatutoryLimits(
  transaction: Transaction,
  recomputed: RecomputedDeadline[],
): Promise<void> {
  for (const { deadline, date, statutoryDueAt } of recomputed) {
    if (date.moved || deadline.statutoryDueAt?.getTime() === statutoryDueAt?.getTime()) continue
    await transaction.update(deadlines).set({ statutoryDueAt }).where(eq(deadlines.id, deadline.id))
  }
}
