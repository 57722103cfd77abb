import { and, eq, isNull } from 'drizzle-orm'
import { messages } from '@/db/schema'
import { recordEvent } from '@/lib/applications'
import { dueAt, limitInForce, officeTime, shanghaiDayOf } from '@/lib/deadlines'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import { type Database, serviceNow, type Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { lockCorrespondence, type SubmittedCase, wasJustSaid } from './lock-correspondence'
import { type MessageTextFailure, readMessage } from './read-message'
import { tellOffice } from './tell-office'

/** Nobody has more to say about one case in a day, and nobody could read it. */
const mostADay = 20

export type ResidentMessageFailure = MessageTextFailure | 'case-not-found' | 'too-many'

/**
 * Writes to the office about an own case, in any state of it. No clock of the case stops or starts; by when an
 * answer may be expected is counted, said and shown to both sides.
 *
 * @returns by when the office is to answer
 */
export async function writeToOffice(
  { reference, viewer, text: raw }: { reference: string; viewer: ResidentViewer; text: string },
  { db }: { db: Database },
): Promise<Result<{ answerBy: Date }, ResidentMessageFailure>> {
  const text = readMessage(raw)
  if (!text.ok) return text
  return db.transaction(async transaction => {
    const application = await lockCorrespondence(transaction, { reference })
    if (!application || !mayReadApplication({ viewer, application })) return failed('case-not-found')
    const answerBy = await answerDue(transaction, application)
    if (await wasJustSaid(transaction, { application, sender: 'resident', text: text.value })) {
      return done({ answerBy })
    }
    const bucket = { kind: 'message', value: application.id }
    const taken = await takeFromLimit({ bucket, limit: mostADay, windowSeconds: 86_400 }, { db: transaction })
    if (!taken.ok) return failed('too-many', { most: mostADay })
    const isFirst = !(await waitsForReader(transaction, application))
    await transaction.insert(messages).values({
      applicationId: application.id,
      sender: 'resident',
      residentId: viewer.residentId,
      officeCode: application.officeCode,
      text: text.value,
      answerBy,
    })
    await recordEvent(transaction, {
      application,
      name: 'resident-wrote',
      from: application.status,
      to: application.status,
      by: { kind: 'resident', residentId: viewer.residentId },
    })
    if (isFirst) await tellOffice(transaction, { application })
    return done({ answerBy })
  })
}

async function answerDue(transaction: Transaction, { officeCode }: SubmittedCase): Promise<Date> {
  const startedAt = await serviceNow(transaction)
  const [limit, time] = await Promise.all([
    limitInForce(transaction, { kind: 'message-answer', on: shanghaiDayOf(startedAt) }),
    officeTime(transaction, { officeCode }),
  ])
  return dueAt({ startedAt, workingDays: limit.workingDays, ...time }).dueAt
}

/** Whoever has not opened the last message yet has been told of it; a second one is no second alarm. */
async function waitsForReader(transaction: Transaction, { id }: SubmittedCase): Promise<boolean> {
  const [unread] = await transaction
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.applicationId, id), eq(messages.sender, 'resident'), isNull(messages.readAt)))
    .limit(1)
  return unread !== undefined
}
