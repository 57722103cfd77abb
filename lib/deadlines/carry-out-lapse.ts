import { and, eq, lt } from 'drizzle-orm'
import { deadlines } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { type Application, makeTransition } from '@/lib/applications'
import { escalateComplaint } from '@/lib/complaints'
import { closeOpenProposal, recordRegistration } from '@/lib/decisions'
import { notifyResident } from '@/lib/notifications'
import type { Transaction } from '@/lib/platform/database'
import { openSupervisionRecord } from '@/lib/supervision'
import { cancelClocks, type Deadline } from './clocks'

/**
 * What happens when nobody acted in time, exactly once, in the caller's transaction. The case must be locked.
 *
 * - The office let its time run out: the applicant is registered under the commitment, the certificate is
 *   issued, and a supervision record is opened against the office. A lapse falls on the office, never on the
 *   applicant (Hubei's notice of 2014; Shaanxi's measures of 2023).
 * - The applicant did not answer a correction notice: the case is closed, nothing is lost.
 * - The office did not answer a complaint: it goes to the county, whatever has become of the case.
 */
export async function carryOutLapse(
  transaction: Transaction,
  { application, deadline }: { application: Application; deadline: Deadline },
): Promise<boolean> {
  const [lapsed] = await transaction
    .update(deadlines)
    .set({ state: 'lapsed', lapsedAt: serviceNowSql })
    .where(
      and(
        eq(deadlines.id, deadline.id),
        eq(deadlines.state, 'running'),
        // Asked again, since a new calendar may have moved the date while this waited for its row.
        lt(deadlines.dueAt, serviceNowSql),
      ),
    )
    .returning({ id: deadlines.id })
  if (!lapsed) return false
  switch (deadline.kind) {
    case 'office-must-decide':
      await registerByLapse(transaction, { application, deadline })
      return true
    case 'applicant-must-answer':
      await closeUnanswered(transaction, application)
      return true
    case 'complaint-answer':
      await escalateComplaint(transaction, { application, deadline })
      return true
  }
}

async function registerByLapse(
  transaction: Transaction,
  { application, deadline }: { application: Application; deadline: Deadline },
): Promise<void> {
  await closeOpenProposal(transaction, { applicationId: application.id, outcome: 'overtaken' })
  const moved = await makeTransition(transaction, {
    applicationId: application.id,
    name: 'register-by-lapse',
    by: { kind: 'system' },
    details: { dueAt: deadline.dueAt.toISOString() },
  })
  if (!moved) throw new Error('a case with a running office clock is accepted')
  await recordRegistration(transaction, { application: moved, basis: 'deemed-by-lapse', decidedBy: null })
  await openSupervisionRecord(transaction, { application: moved, deadlineId: deadline.id })
  await notifyResident(transaction, { application: moved, template: 'registered-by-lapse' })
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
