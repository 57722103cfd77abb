import { and, desc, eq, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import { endOfFullLength, endWhenIdle, stillRuns, type Viewer } from './sessions'

export type OwnSession = { id: string; startedAt: Date; lastSeenAt: Date; isThis: boolean }

/** Where somebody is signed in, this place first; no address and no device is kept of any. */
export async function sessionsOf(
  { viewer }: { viewer: Viewer },
  { db }: { db: Queryable },
): Promise<OwnSession[]> {
  const isSignedIn = or(isNull(sessions.staffId), isNotNull(sessions.secondFactorAt))
  const rows = await db
    .select({ id: sessions.id, startedAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(ownedBy(viewer), isSignedIn, stillRuns()))
    .orderBy(sql`${sessions.id} <> ${viewer.sessionId}`, desc(sessions.lastSeenAt))
  return rows.map(row => ({ ...row, isThis: row.id === viewer.sessionId }))
}

/** Signs somebody out everywhere but here: a lost phone, a borrowed computer. */
export async function endOtherSessions(
  { viewer }: { viewer: Viewer },
  { db }: { db: Queryable },
): Promise<{ ended: number }> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: sql`service_now()`, endedReason: 'ended-elsewhere' })
    .where(and(ownedBy(viewer), ne(sessions.id, viewer.sessionId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return { ended: ended.length }
}

/** When a session ends, in how many seconds that is, and whether it will then, whatever its owner does. */
export type RestOfSession = { endsAt: Date; seconds: number; isLast: boolean }

/** How long the viewer stays signed in if they do nothing from now on. */
export async function restOfSession(
  { viewer }: { viewer: Viewer },
  { db }: { db: Queryable },
): Promise<RestOfSession> {
  const endsAt = sql`least(${endWhenIdle()}, ${endOfFullLength()})`
  const [row] = await db
    .select({
      endsAt: sql<Date>`${endsAt}`.mapWith(sessions.createdAt),
      seconds: sql<number>`greatest(0, floor(extract(epoch from ${endsAt} - service_now())))::int`,
      isLast: sql<boolean>`${endOfFullLength()} <= ${endWhenIdle()}`,
    })
    .from(sessions)
    .where(eq(sessions.id, viewer.sessionId))
  if (!row) throw new Error('whoever views has a session')
  return row
}

function ownedBy(viewer: Viewer): SQL {
  return viewer.kind === 'staff'
    ? eq(sessions.staffId, viewer.staffId)
    : eq(sessions.residentId, viewer.residentId)
}
