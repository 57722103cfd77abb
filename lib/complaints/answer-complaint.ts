import { and, eq, isNull } from 'drizzle-orm'
import { complaints } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { type HandlingFailure, recordEvent } from '@/lib/applications'
import { meetClock } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { LONGEST_COMPLAINT } from './file-complaint'
import { type CaseWithComplaint, lockCase } from './lock-case'
import { type Complaint, type WhyNotAnswer, whyNotAnswer } from './may-answer'
import { answerersOf, whyNotReadComplaint } from './may-read'
import { tellColleagues } from './tell-colleagues'

export const complaintOutcomes = ['upheld', 'not-upheld'] as const
export type ComplaintOutcome = (typeof complaintOutcomes)[number]

export type AnswerComplaintFailure =
  | TypedTextFailure
  | HandlingFailure
  | WhyNotAnswer
  | 'answer-missing'
  | 'case-not-found'
  | 'no-complaint'

type Answer = { outcome: ComplaintOutcome; answer: string }

/**
 * Answers a complaint, once, in words that the applicant reads. Upholding it does not yet change a decision: a
 * supervisor of the office sets a rejection right in a step of its own, on the ground that a complaint was
 * upheld; where it was the county that upheld it, the supervisors of the office are told.
 *
 * @returns whether a rejection is now to be set right
 */
export async function answerComplaint(
  {
    reference,
    viewer,
    outcome,
    answer: raw,
  }: { reference: string; viewer: StaffViewer; outcome: ComplaintOutcome; answer: string },
  { db }: { db: Database },
): Promise<Result<{ isToSetRight: boolean }, AnswerComplaintFailure>> {
  const answer = readTypedText({ raw, maximumLength: LONGEST_COMPLAINT, lines: true })
  if (!answer.ok) return answer
  if (answer.value === '') return failed('answer-missing')
  return db.transaction(async transaction => {
    const found = await lockCase(transaction, { reference })
    if (!found) return failed('case-not-found')
    const { application, open } = found
    const hidden = await whyNotReadComplaint(transaction, { viewer, application })
    if (hidden) return failed(hidden)
    if (!open) return failed('no-complaint')
    const answerers = await answerersOf(transaction, { application })
    const why = whyNotAnswer({ complaint: open, viewer, ...answerers })
    if (why) return failed(why)
    await close(transaction, { application, open, viewer, said: { outcome, answer: answer.value } })
    return done({ isToSetRight: outcome === 'upheld' && application.status === 'rejected' })
  })
}

async function close(
  transaction: Transaction,
  {
    application,
    open,
    viewer,
    said: { outcome, answer },
  }: { application: CaseWithComplaint['application']; open: Complaint; viewer: StaffViewer; said: Answer },
): Promise<void> {
  const byCounty = viewer.role === 'county'
  if (open.escalatedAt === null)
    await meetClock(transaction, { applicationId: application.id, kind: 'complaint-answer' })
  await transaction
    .update(complaints)
    .set({ answeredAt: serviceNow, answeredById: viewer.staffId, answer, outcome })
    .where(and(eq(complaints.id, open.id), isNull(complaints.answeredAt)))
  await recordEvent(transaction, {
    application,
    name: 'complaint-answered',
    from: application.status,
    to: application.status,
    by: {
      kind: byCounty ? 'county' : 'supervisor',
      staffId: viewer.staffId,
      officeCode: application.officeCode,
    },
    details: { outcome },
  })
  await notifyResident(transaction, { application, template: 'complaint-answered' })
  if (byCounty) {
    await tellColleagues(transaction, {
      application,
      role: 'supervisor',
      template: 'complaint-answered-by-county',
    })
  }
}
