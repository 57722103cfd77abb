import { and, eq, sql } from 'drizzle-orm'
import { dataRequests } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import type { Database, Queryable } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { keepRequest } from './keep-request'

/** So long the files of a request can be fetched; they are made anew each time and kept nowhere. */
export const COPY_FETCHED_WITHIN_MINUTES = 60
const mostADay = 10

/** Asks for a copy of everything about oneself (个人信息保护法 art. 45): answered at once. */
export async function askForCopy(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<{ requestId: string }, 'too-many'>> {
  return db.transaction(async transaction => {
    const bucket = { kind: 'data-copy', value: viewer.residentId }
    const taken = await takeFromLimit({ bucket, limit: mostADay, windowSeconds: 86_400 }, { db: transaction })
    if (!taken.ok) return failed('too-many', { most: mostADay })
    const { id } = await keepRequest(transaction, { viewer, request: { kind: 'copy', details: {} } })
    return done({ requestId: id })
  })
}

/** Whether a copy was asked for by this resident and may still be fetched. */
export async function mayFetchCopy(
  db: Queryable,
  { viewer, requestId }: { viewer: ResidentViewer; requestId: string },
): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(requestId)) return false
  const [row] = await db
    .select({ id: dataRequests.id })
    .from(dataRequests)
    .where(
      and(
        sql`${dataRequests.id}::text = ${requestId}`,
        eq(dataRequests.residentId, viewer.residentId),
        eq(dataRequests.kind, 'copy'),
        sql`${dataRequests.askedAt} > service_now() - make_interval(mins => ${COPY_FETCHED_WITHIN_MINUTES})`,
      ),
    )
  return row !== undefined
}
