import { eq } from 'drizzle-orm'
import { applications } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { serviceNow, type Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { carryOutLapse } from './carry-out-lapse'
import { type Deadline, findRunningDeadline } from './clocks'
import { holdCalendar } from './hold-calendar'
import { hasRunOut } from './rules'

export type OpenCase = { application: Application & { officeCode: string }; deadline: Deadline; now: Date }
export type OpenCaseFailure = 'case-not-found' | 'case-is-not-open' | 'time-had-run-out'

/**
 * Locks a case for a command and checks its clock inside the command's own transaction: if it has run out,
 * the consequence is carried out here and now, and the command is too late. So a stopped worker delays a
 * consequence and never changes it (DESIGN §4).
 */
export async function lockOpenCase(
  transaction: Transaction,
  { reference }: { reference: string },
): Promise<Result<OpenCase, OpenCaseFailure>> {
  const [now] = await Promise.all([serviceNow(transaction), holdCalendar(transaction)])
  const [application] = await transaction
    .select()
    .from(applications)
    .where(eq(applications.reference, reference))
    .for('update')
  if (!application?.officeCode) return failed('case-not-found')
  const deadline = await findRunningDeadline(transaction, { applicationId: application.id })
  if (!deadline) return failed('case-is-not-open', { status: application.status, at: application.endedAt })
  if (hasRunOut({ dueAt: deadline.dueAt, now })) {
    await carryOutLapse(transaction, { application, deadline })
    return failed('time-had-run-out', { dueAt: deadline.dueAt, kind: deadline.kind })
  }
  return done({ application: { ...application, officeCode: application.officeCode }, deadline, now })
}
