import { complaints } from '@/db/schema'
import { recordEvent } from '@/lib/applications'
import { startComplaintClock } from '@/lib/deadlines'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { lockCase } from './lock-case'
import { tellWhoAnswers } from './tell-colleagues'

/** Room enough to say what happened; papers are not asked for. */
export const LONGEST_COMPLAINT = 2_000

export type FileComplaintFailure = TypedTextFailure | 'text-missing' | 'case-not-found' | 'complaint-open'

/**
 * Files a complaint about how a case is or was handled, in any state of it, and starts the clock by which it
 * must be answered. The clock of the case goes on as if nothing had been said; one complaint a case is open at
 * a time.
 */
export async function fileComplaint(
  { reference, viewer, text: raw }: { reference: string; viewer: ResidentViewer; text: string },
  { db }: { db: Database },
): Promise<Result<{ dueAt: Date }, FileComplaintFailure>> {
  const text = readTypedText({ raw, maximumLength: LONGEST_COMPLAINT, lines: true })
  if (!text.ok) return text
  if (text.value === '') return failed('text-missing')
  return db.transaction(async transaction => {
    const found = await lockCase(transaction, { reference })
    if (!found || !mayReadApplication({ viewer, ...found })) return failed('case-not-found')
    if (found.open) return failed('complaint-open')
    const { application } = found
    const clock = await startComplaintClock(transaction, { application })
    await transaction.insert(complaints).values({
      applicationId: application.id,
      residentId: viewer.residentId,
      deadlineId: clock.id,
      text: text.value,
    })
    await recordEvent(transaction, {
      application,
      name: 'complaint-filed',
      from: application.status,
      to: application.status,
      by: { kind: 'resident', residentId: viewer.residentId },
    })
    await notifyResident(transaction, { application, template: 'complaint-filed' })
    await tellWhoAnswers(transaction, { application, template: 'complaint-to-answer' })
    return done({ dueAt: clock.dueAt })
  })
}
