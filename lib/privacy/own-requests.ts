import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { dataRequests } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { type DataRequest, keepRequest } from './keep-request'

export const LONGEST_REQUEST = 2_000
const mostADay = 5

/** What a resident asked for about their data, the newest first. */
export function requestsOf(db: Queryable, { viewer }: { viewer: ResidentViewer }): Promise<DataRequest[]> {
  return db
    .select()
    .from(dataRequests)
    .where(eq(dataRequests.residentId, viewer.residentId))
    .orderBy(desc(dataRequests.askedAt))
    .limit(20)
}

export type OwnWordsFailure = TypedTextFailure | 'text-missing' | 'too-many'

export type AskedInOwnWords = {
  requestId: string
  /** The same words wait for their answer already: nothing was kept a second time. */
  isAskedBefore: boolean
}

/**
 * Asks in own words for what the service cannot do by itself: to correct, to object, to explain (art. 44–48). The
 * same words again, while the first wait for their answer, are the first.
 */
export async function askInOwnWords(
  { viewer, text: raw }: { viewer: ResidentViewer; text: string },
  { db }: { db: Database },
): Promise<Result<AskedInOwnWords, OwnWordsFailure>> {
  const text = readTypedText({ raw, maximumLength: LONGEST_REQUEST, lines: true })
  if (!text.ok) return text
  if (text.value === '') return failed('text-missing')
  return db.transaction(async transaction => {
    const before = await theSameUnanswered(transaction, { viewer, text: text.value })
    if (before) return done({ requestId: before.id, isAskedBefore: true })
    const bucket = { kind: 'data-request', value: viewer.residentId }
    const taken = await takeFromLimit({ bucket, limit: mostADay, windowSeconds: 86_400 }, { db: transaction })
    if (!taken.ok) return failed('too-many', { most: mostADay })
    const { id } = await keepRequest(transaction, {
      viewer,
      request: { kind: 'other', text: text.value },
    })
    return done({ requestId: id, isAskedBefore: false })
  })
}

/** Sealed words compare only once opened; of two sendings at once, one waits for the other. */
async function theSameUnanswered(
  transaction: Transaction,
  { viewer: { residentId }, text }: { viewer: ResidentViewer; text: string },
): Promise<DataRequest | undefined> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`data request ${residentId}`}, 0))`,
  )
  const waiting = await transaction
    .select()
    .from(dataRequests)
    .where(
      and(
        eq(dataRequests.residentId, residentId),
        eq(dataRequests.kind, 'other'),
        isNull(dataRequests.answeredAt),
      ),
    )
  return waiting.find(one => one.text === text)
}
