import { eq } from 'drizzle-orm'
import { applications, ratings } from '@/db/schema'
import { type Application, recordEvent } from '@/lib/applications'
import { tellWhoAnswers } from '@/lib/complaints'
import { dueAt, limitInForce, officeTime, shanghaiDayOf } from '@/lib/deadlines'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import { type Database, serviceNow, type Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { isLow, type RatingStep } from './steps'

export const LONGEST_WORDS = 500

export type RateFailure = TypedTextFailure | 'case-not-found' | 'not-decided' | 'already-rated'

type RatedCase = Application & { officeCode: string }

/**
 * Rates a decided case, once. The case stays as it is, whatever is said; a low rating is looked into by somebody
 * who did not handle it, and answered within the time of a complaint.
 *
 * @returns by when a low rating is answered; null where there is nothing to look into
 */
export async function rateCase(
  {
    reference,
    viewer,
    step,
    words: raw,
  }: { reference: string; viewer: ResidentViewer; step: RatingStep; words: string },
  { db }: { db: Database },
): Promise<Result<{ answerBy: Date | null }, RateFailure>> {
  const words = readTypedText({ raw, maximumLength: LONGEST_WORDS, lines: true })
  if (!words.ok) return words
  return db.transaction(async transaction => {
    const application = await lockDecided(transaction, { reference })
    if (!application || !mayReadApplication({ viewer, application })) return failed('case-not-found')
    const { id: applicationId, officeCode, status } = application
    if (status !== 'registered' && status !== 'rejected') return failed('not-decided')
    const answerBy = isLow(step) ? await answerDue(transaction, application) : null
    const [rating] = await transaction
      .insert(ratings)
      .values({
        applicationId,
        residentId: viewer.residentId,
        officeCode,
        step,
        words: words.value === '' ? null : words.value,
        answerBy,
      })
      .onConflictDoNothing({ target: ratings.applicationId })
      .returning({ id: ratings.id })
    if (!rating) return failed('already-rated')
    await recordEvent(transaction, {
      application,
      name: 'rated',
      from: status,
      to: status,
      by: { kind: 'resident', residentId: viewer.residentId },
    })
    if (answerBy) {
      await tellWhoAnswers(transaction, { application, template: 'rating-to-answer', page: 'rating' })
    }
    return done({ answerBy })
  })
}

async function lockDecided(
  transaction: Transaction,
  { reference }: { reference: string },
): Promise<RatedCase | null> {
  const [application] = await transaction
    .select()
    .from(applications)
    .where(eq(applications.reference, reference))
    .for('update')
  return application?.officeCode ? { ...application, officeCode: application.officeCode } : null
}

/** A low rating is answered within the time that a complaint has. */
async function answerDue(transaction: Transaction, { officeCode }: RatedCase): Promise<Date> {
  const startedAt = await serviceNow(transaction)
  const [limit, time] = await Promise.all([
    limitInForce(transaction, { kind: 'complaint-answer', on: shanghaiDayOf(startedAt) }),
    officeTime(transaction, { officeCode }),
  ])
  return dueAt({ startedAt, workingDays: limit.workingDays, ...time }).dueAt
}
