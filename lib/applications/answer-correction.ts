import { and, eq, isNull } from 'drizzle-orm'
import { correctionNotices } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { handClockToOffice, type OpenCaseFailure } from '@/lib/deadlines'
import type { ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { handleOwnCase } from './handle-own-case'
import { makeTransition } from './make-transition'

/** Answers the correction notice: the case goes back to the office, whose clock goes on with what was left. */
export async function answerCorrection(
  { reference, viewer, answer }: { reference: string; viewer: ResidentViewer; answer: string },
  { db }: { db: Database },
): Promise<Result<{ officeMustDecideBy: Date }, OpenCaseFailure | 'nothing-to-answer' | 'answer-missing'>> {
  if (!answer.trim()) return failed('answer-missing')
  return handleOwnCase({ reference, viewer, db }, async (transaction, { application }) => {
    if (application.status !== 'correction_requested') return failed('nothing-to-answer')
    await transaction
      .update(correctionNotices)
      .set({ answer, answeredAt: serviceNow })
      .where(and(eq(correctionNotices.applicationId, application.id), isNull(correctionNotices.answeredAt)))
    const clock = await handClockToOffice(transaction, { application })
    const moved = await makeTransition(transaction, {
      applicationId: application.id,
      name: 'answer-correction',
      by: { kind: 'resident', residentId: viewer.residentId },
    })
    if (!moved) throw new Error('a locked case under correction can be answered')
    return done({ officeMustDecideBy: clock.dueAt })
  })
}
