import { and, eq, isNull } from 'drizzle-orm'
import { dataRequests } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'
import type { WhyKept } from './may-be-erased'
import { type OwnRecord, ownRecords } from './own-records'

/** What an account cannot go without being finished first: a kept case, or a request that waits for its answer. */
export type WhyAccountStays = WhyKept | 'request-unanswered'

const inOrder = ['open', 'argued-about', 'request-unanswered', 'asked-by-law'] as const

/**
 * Why an account would stay, if its owner had everything erased now; nothing: it may go. The database asks the
 * same once more (`erase_account`). What its owner can do something about comes first.
 *
 * @param records its cases, where they have been read already
 */
export async function whyAccountStays(
  db: Queryable,
  { viewer, records }: { viewer: ResidentViewer; records?: readonly OwnRecord[] },
): Promise<WhyAccountStays[]> {
  const own = records ?? (await ownRecords(db, { viewer }))
  const unanswered = await db.$count(
    dataRequests,
    and(eq(dataRequests.residentId, viewer.residentId), isNull(dataRequests.answeredAt)),
  )
  return inOrder.filter(why =>
    why === 'request-unanswered' ? unanswered > 0 : own.some(({ whyKept }) => whyKept === why),
  )
}
