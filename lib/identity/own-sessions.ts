import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import { longestSessionSeconds, type ResidentViewer } from './sessions'

export type OwnSession = { id: string; startedAt: Date; lastSeenAt: Date; isThis: boolean }

const stillRuns = and(
  isNull(sessions.endedAt),
  sql`${sessions.createdAt} > service_now() - make_interval(secs => ${longestSessionSeconds})`,
)

/** Where a resident is signed in, this place first; no address and no device is kept of any. */
export async function sessionsOf(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<OwnSession[]> {
  const rows = await db
    .select({ id: sessions.id, startedAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.residentId, viewer.residentId), stillRuns))
    .orderBy(sql`${sessions.id} <> ${viewer.sessionId}`, desc(sessions.lastSeenAt))
  return rows.map(row => ({ ...row, isThis: row.id === viewer.sessionId }))
}

/** Signs a resident out everywhere but here: a lost phone, a borrowed computer. */
export async function endOtherSessions(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<{ ended: number }> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: sql`service_now()`, endedReason: 'ended-elsewhere' })
    .where(
      and(
        eq(sessions.residentId, viewer.residentId),
        ne(sessions.id, viewer.sessionId),
        isNull(sessions.endedAt),
      ),
    )
    .returning({ id: sessions.id })
  return { ended: ended.length }
}
