import { dataRequests } from '@/db/schema'
import { calendarInForce, dueAt, limitInForce, shanghaiDayOf, usualHours } from '@/lib/deadlines'
import type { ResidentViewer } from '@/lib/identity'
import { serviceNow, type Transaction } from '@/lib/platform/database'

export type DataRequest = typeof dataRequests.$inferSelect

/**
 * Keeps what a resident asked for, with the day by which it is answered (个人信息保护法 art. 50). What the service
 * can do by itself is answered with the same row.
 */
export async function keepRequest(
  transaction: Transaction,
  {
    viewer,
    request,
  }: {
    viewer: ResidentViewer
    request:
      | { kind: 'other'; text: string }
      | { kind: 'copy' | 'withdraw-consent' | 'erase'; details: DataRequest['details'] }
  },
): Promise<DataRequest> {
  const now = await serviceNow(transaction)
  const [{ workingDays }, calendar] = await Promise.all([
    limitInForce(transaction, { kind: 'data-request-answer', on: shanghaiDayOf(now) }),
    calendarInForce(transaction),
  ])
  const answerBy = dueAt({ startedAt: now, workingDays, calendar, hours: usualHours }).dueAt
  const [kept] = await transaction
    .insert(dataRequests)
    .values({
      residentId: viewer.residentId,
      askedAt: now,
      answerBy,
      ...request,
      ...(request.kind !== 'other' && { answeredAt: now }),
    })
    .returning()
  if (!kept) throw new Error('a request was not kept')
  return kept
}
