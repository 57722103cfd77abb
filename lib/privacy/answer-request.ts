import { and, asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { dataRequests, residents } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { recordChange } from '@/lib/audit'
import { mayAudit, type StaffViewer } from '@/lib/identity'
import { maskPhone } from '@/lib/identity/rules'
import { notifyAccount } from '@/lib/notifications'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { LONGEST_REQUEST } from './own-requests'

export type RequestForAuditor = {
  id: string
  text: string
  maskedPhone: string
  askedAt: Date
  answerBy: Date
  answeredAt: Date | null
  answer: string | null
}

const shown = {
  id: dataRequests.id,
  text: dataRequests.text,
  phone: residents.phone,
  askedAt: dataRequests.askedAt,
  answerBy: dataRequests.answerBy,
  answeredAt: dataRequests.answeredAt,
  answer: dataRequests.answer,
}

/** What residents asked in own words: what waits first, by the day it is due, then what was answered lately. */
export async function requestsForAuditor(
  db: Queryable,
  { viewer }: { viewer: StaffViewer },
): Promise<Result<RequestForAuditor[], 'not-your-role'>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const inOwnWords = db
    .select(shown)
    .from(dataRequests)
    .innerJoin(residents, eq(residents.id, dataRequests.residentId))
    .$dynamic()
  const [waiting, answered] = [isNull(dataRequests.answeredAt), isNotNull(dataRequests.answeredAt)].map(
    which => and(eq(dataRequests.kind, 'other'), which),
  )
  const rows = [
    ...(await inOwnWords.where(waiting).orderBy(asc(dataRequests.answerBy)).limit(100)),
    ...(await inOwnWords.where(answered).orderBy(desc(dataRequests.answeredAt)).limit(20)),
  ]
  return done(
    rows.map(({ phone, text, ...row }) => ({ ...row, text: text ?? '', maskedPhone: maskPhone(phone) })),
  )
}

/** How many requests wait for the auditor. */
export async function countRequestsToAnswer(db: Queryable): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(dataRequests)
    .where(isNull(dataRequests.answeredAt))
  return row?.waiting ?? 0
}

export type AnswerRequestFailure = TypedTextFailure | 'text-missing' | 'not-your-role' | 'not-waiting'

/** Answers a resident's request in words, once; the resident is told that there is an answer. */
export async function answerRequest(
  { viewer, requestId, answer: raw }: { viewer: StaffViewer; requestId: string; answer: string },
  { db }: { db: Database },
): Promise<Result<true, AnswerRequestFailure>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const answer = readTypedText({ raw, maximumLength: LONGEST_REQUEST, lines: true })
  if (!answer.ok) return answer
  if (answer.value === '') return failed('text-missing')
  return db.transaction(async transaction => {
    const [answered] = await transaction
      .update(dataRequests)
      .set({ answeredAt: serviceNow, answeredById: viewer.staffId, answer: answer.value })
      .where(and(sql`${dataRequests.id}::text = ${requestId}`, isNull(dataRequests.answeredAt)))
      .returning()
    if (!answered) return failed('not-waiting')
    const { residentId } = answered
    await notifyAccount(transaction, {
      residentId,
      template: 'data-request-answered',
      link: '/account/data',
    })
    await recordChange(transaction, {
      viewer,
      action: 'data-request-answered',
      details: { request: answered.id },
    })
    return done(true)
  })
}
