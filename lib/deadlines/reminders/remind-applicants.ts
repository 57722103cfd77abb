import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import { applications, deadlines } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import type { Application } from '@/lib/applications'
import { notifyResident, toldSince } from '@/lib/notifications'
import { type Database, serviceNow, type Transaction } from '@/lib/platform/database'
import type { Deadline } from '../clocks'
import { holdCalendar } from '../hold-calendar'
import { officeTime } from '../office-time'
import { applicantReminderTimes, shanghaiDayOf, shanghaiInstant } from '../rules'
import { dueSoonEnough } from './remind-through'

type Waiting = { application: Application; deadline: Deadline }

/**
 * Reminds applicants that their correction closes, three working days before and one: each reminder once, and
 * one message a person a day. A case that somebody is handling at this moment waits for the next round.
 *
 * @returns how many people were told
 */
export async function remindApplicants({ db }: { db: Database }): Promise<{ people: number }> {
  return db.transaction(async transaction => {
    await holdCalendar(transaction)
    const waiting = await waitingForReminder(transaction)
    if (waiting.length === 0) return { people: 0 }
    const now = await serviceNow(transaction)
    const since = shanghaiInstant({ date: shanghaiDayOf(now), time: '00:00' })
    const told = await toldSince(transaction, { template: 'correction-reminder', since, whom: 'residents' })
    const toldBefore = told.size
    for (const clock of waiting) await remindOne(transaction, { ...clock, now, told })
    return { people: told.size - toldBefore }
  })
}

/** The first reminder is kept where an office's clock keeps its amber one, the last where it keeps its red one. */
async function waitingForReminder(transaction: Transaction): Promise<Waiting[]> {
  const first = await dueSoonEnough(transaction, { workingDaysBefore: 3 })
  const last = await dueSoonEnough(transaction, { workingDaysBefore: 1 })
  return transaction
    .select({ application: applications, deadline: deadlines })
    .from(deadlines)
    .innerJoin(applications, eq(applications.id, deadlines.applicationId))
    .where(
      and(
        eq(deadlines.state, 'running'),
        eq(deadlines.kind, 'applicant-must-answer'),
        gte(deadlines.dueAt, serviceNowSql),
        or(and(isNull(deadlines.remindedAmberAt), first), and(isNull(deadlines.remindedRedAt), last)),
      ),
    )
    .orderBy(asc(deadlines.dueAt))
    .for('update', { of: applications, skipLocked: true })
}

async function remindOne(
  transaction: Transaction,
  { application, deadline, now, told }: Waiting & { now: Date; told: Set<string> },
): Promise<void> {
  const time = await officeTime(transaction, { officeCode: deadline.officeCode })
  const [first, last] = applicantReminderTimes({ dueAt: deadline.dueAt, ...time })
  const isLast = last !== undefined && last.at <= now
  const reminder = isLast ? last : first
  // A reminder that would have come before the notice itself tells nothing new.
  const isNews = reminder !== undefined && reminder.at > deadline.startedAt
  if (isNews && told.has(application.residentId)) return
  const marked = await transaction
    .update(deadlines)
    .set({
      remindedAmberAt: deadline.remindedAmberAt ?? serviceNowSql,
      ...(isLast ? { remindedRedAt: serviceNowSql } : {}),
    })
    .where(and(eq(deadlines.id, deadline.id), eq(deadlines.state, 'running')))
    .returning({ id: deadlines.id })
  if (!isNews || marked.length === 0) return
  told.add(application.residentId)
  await notifyResident(transaction, { application, template: 'correction-reminder' })
}
