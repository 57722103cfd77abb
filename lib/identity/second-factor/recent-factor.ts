import { and, eq, sql } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import type { Database, Queryable } from '@/lib/platform/database'
import { forgetTries, takeTry } from '@/lib/platform/rate-limits'
import { failed, type Result } from '@/lib/platform/result'
import type { StaffViewer } from '../sessions'
import { type FactorFailure, type ShownFactor, takeFactor, whyNotThisForm } from './shown-factor'

const recentMinutes = 10

/**
 * Whether this session has shown its second factor within the last ten minutes: what revokes a certificate,
 * changes an account or takes personal data out of the service asks for that, so that a screen left open, or a
 * stolen session, is not enough for it.
 */
export async function hasRecentFactor(db: Queryable, { viewer }: { viewer: StaffViewer }): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, viewer.sessionId),
        eq(sessions.staffId, viewer.staffId),
        sql`${sessions.secondFactorAt} > service_now() - make_interval(mins => ${recentMinutes})`,
      ),
    )
  return rows.length === 1
}

/** Shows the second factor again; it holds for ten minutes of this session. */
export async function showFactorAgain(
  { viewer, shown }: { viewer: StaffViewer; shown: ShownFactor },
  { db }: { db: Database },
): Promise<Result<null, FactorFailure | 'paused'>> {
  const wrongForm = whyNotThisForm(shown)
  if (wrongForm) return failed(wrongForm)
  const tries = { kind: 'staff-factor-again', value: viewer.sessionId }
  const allowed = await takeTry(tries, { db })
  if (!allowed.ok) return allowed
  const { staffId, sessionId } = viewer
  const taken = await takeFactor(db, { staffId, sessionId, shown })
  if (!taken.ok) return taken
  await forgetTries(tries, { db })
  await db.update(sessions).set({ secondFactorAt: sql`service_now()` }).where(eq(sessions.id, sessionId))
  return taken
}
