import { eq } from 'drizzle-orm'
import { revocationHearings } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { recordEvent } from '@/lib/applications'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { lockCertificate } from './certificate-of-office'
import { LONGEST_HEARING_TEXT } from './open-hearing'

export type AnswerHearingFailure = TypedTextFailure | 'answer-missing' | 'no-hearing' | 'already-answered'

/** What the holder says to an intended revocation, once; it counts until the office has decided. */
export async function answerHearing(
  { number, viewer, answer: raw }: { number: string; viewer: ResidentViewer; answer: string },
  { db }: { db: Database },
): Promise<Result<null, AnswerHearingFailure>> {
  const answer = readTypedText({ raw, maximumLength: LONGEST_HEARING_TEXT, lines: true })
  if (!answer.ok) return answer
  if (answer.value === '') return failed('answer-missing')
  return db.transaction(async transaction => {
    const found = await lockCertificate(transaction, { number })
    if (!found?.hearing || !mayReadApplication({ viewer, ...found })) return failed('no-hearing')
    if (found.hearing.answeredAt) return failed('already-answered')
    await transaction
      .update(revocationHearings)
      .set({ answer: answer.value, answeredAt: serviceNowSql })
      .where(eq(revocationHearings.id, found.hearing.id))
    await recordEvent(transaction, {
      application: found.application,
      name: 'hearing-answered',
      from: found.application.status,
      to: found.application.status,
      by: { kind: 'resident', residentId: viewer.residentId },
    })
    return done(null)
  })
}
