import { and, eq, lt } from 'drizzle-orm'
import { deadlines } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { type Application, makeTransition, makeTransitions } from '@/lib/applications'
import { escalateComplaint } from '@/lib/complaints'
import { closeOpenProposals, recordRegistrations } from '@/lib/decisions'
import { notifyResident, notifyResidents } from '@/lib/notifications'
import { isAmong, type Transaction } from '@/lib/platform/database'
import { openSupervisionRecords } from '@/lib/supervision'
import { cancelClocks, type Deadline } from './clocks'

/** A case, locked, and a clock of it that has run out. */
export type DueDeadline = { application: Application; deadline: Deadline }

/**
 * What happens when nobody acted in time, exactly once, in the caller's transaction. The case must be locked.
 *
 * - The office let its time run out: the applicant is registered under the commitment, the certificate is
 *   issued, and a supervision record is opened against the office. A lapse falls on the office, never on the
 *   applicant (Hubei's notice of 2014; Shaanxi's measures of 2023).
 * - The applicant did not answer a correction notice: the case is closed, nothing is lost.
 * - The office did not answer a complaint: it goes to the county, whatever has become of the case.
 */
export async function carryOutLapse(transaction: Transaction, due: DueDeadline): Promise<boolean> {
  return (await carryOutLapses(transaction, [due])) === 1
}

/**
 * The same for many cases, each of them there once.
 *
 * @returns how many lapsed here; a clock that ended or was moved meanwhile is left alone
 */
export async function carryOutLapses(transaction: Transaction, due: readonly DueDeadline[]): Promise<number> {
  const ids = due.map(({ deadline }) => deadline.id)
  const rows = await transaction
    .update(deadlines)
    .set({ state: 'lapsed', lapsedAt: serviceNowSql })
    .where(
      and(
        isAmong(deadlines.id, ids),
        eq(deadlines.state, 'running'),
        // Asked again, since a new calendar may have moved the date while this waited for its row.
        lt(deadlines.dueAt, serviceNowSql),
      ),
    )
    .returning({ id: deadlines.id })
  const lapsedIds = new Set(rows.map(({ id }) => id))
  const lapsed = due.filter(({ deadline }) => lapsedIds.has(deadline.id))
  const ofKind = (kind: Deadline['kind']) => lapsed.filter(({ deadline }) => deadline.kind === kind)
  await registerByLapse(transaction, ofKind('office-must-decide'))
  for (const { application } of ofKind('applicant-must-answer')) {
    await closeUnanswered(transaction, application)
  }
  for (const complaint of ofKind('complaint-answer')) await escalateComplaint(transaction, complaint)
  return lapsed.length
}

async function registerByLapse(transaction: Transaction, lapsed: readonly DueDeadline[]): Promise<void> {
  if (lapsed.length === 0) return
  const applicationIds = lapsed.map(({ application }) => application.id)
  await closeOpenProposals(transaction, { applicationIds, outcome: 'overtaken' })
  const moved = await makeTransitions(transaction, {
    cases: lapsed.map(({ application, deadline }) => ({
      applicationId: application.id,
      details: { dueAt: deadline.dueAt.toISOString() },
    })),
    name: 'register-by-lapse',
    by: { kind: 'system' },
  })
  if (moved.length < lapsed.length) throw new Error('a case with a running office clock is accepted')
  await openSupervisionRecords(
    transaction,
    lapsed.map(({ application, deadline }) => ({ application, deadlineId: deadline.id })),
  )
  await notifyResidents(transaction, { applications: moved, template: 'registered-by-lapse' })
  // Last, since from here on until the end the running numbers of the offices are held.
  await recordRegistrations(transaction, { applications: moved, basis: 'deemed-by-lapse', decidedBy: null })
}

async function closeUnanswered(transaction: Transaction, application: Application): Promise<void> {
  const moved = await makeTransition(transaction, {
    applicationId: application.id,
    name: 'close-unanswered',
    by: { kind: 'system' },
  })
  if (!moved) throw new Error('a case with a running applicant clock waits for a correction')
  await cancelClocks(transaction, { applicationId: application.id })
  await notifyResident(transaction, { application: moved, template: 'closed-unanswered' })
}
