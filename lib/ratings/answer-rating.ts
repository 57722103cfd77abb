import { eq } from 'drizzle-orm'
import { applications, ratings } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { type HandlingFailure, recordEvent } from '@/lib/applications'
import { answerersOf, whyNotReadComplaint } from '@/lib/complaints'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import { type Database, serviceNow } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { type WhyNotAnswer, whyNotAnswer } from './may-answer'
import { LONGEST_WORDS } from './rate-case'

export type AnswerRatingFailure =
  | TypedTextFailure
  | HandlingFailure
  | WhyNotAnswer
  | 'answer-missing'
  | 'case-not-found'

/** Answers a low rating, once, in words that the applicant reads. The case stays as it was decided. */
export async function answerRating(
  { reference, viewer, answer: raw }: { reference: string; viewer: StaffViewer; answer: string },
  { db }: { db: Database },
): Promise<Result<null, AnswerRatingFailure>> {
  const answer = readTypedText({ raw, maximumLength: LONGEST_WORDS, lines: true })
  if (!answer.ok) return answer
  if (answer.value === '') return failed('answer-missing')
  return db.transaction(async transaction => {
    const [found] = await transaction
      .select({ application: applications, rating: ratings })
      .from(ratings)
      .innerJoin(applications, eq(applications.id, ratings.applicationId))
      .where(eq(applications.reference, reference))
      .for('update')
    if (!found) return failed('case-not-found')
    const { application, rating } = found
    const hidden = await whyNotReadComplaint(transaction, { viewer, application })
    if (hidden) return failed(hidden)
    const answerers = await answerersOf(transaction, { application })
    const now = await serviceNow(transaction)
    const why = whyNotAnswer({ rating, viewer, now, ...answerers })
    if (why) return failed(why)
    await transaction
      .update(ratings)
      .set({ answeredAt: serviceNowSql, answeredById: viewer.staffId, answer: answer.value })
      .where(eq(ratings.id, rating.id))
    await recordEvent(transaction, {
      application,
      name: 'rating-answered',
      from: application.status,
      to: application.status,
      by: {
        kind: viewer.role === 'county' ? 'county' : 'supervisor',
        staffId: viewer.staffId,
        officeCode: rating.officeCode,
      },
    })
    await notifyResident(transaction, { application, template: 'rating-answered' })
    return done(null)
  })
}
