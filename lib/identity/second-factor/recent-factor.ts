import { and, eq, sql } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import type { Database, Queryable } from '@/lib/platform/database'
import { forgetTries, takeTry } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import type { StaffViewer } from '../sessions'
import { recordOwnChange } from './record-own-change'
import { type FactorFailure, type ShownFactor, takeFactor, whyNotThisForm } from './shown-factor'

/** For how long a second factor that was shown holds for what asks for a recent one. */
export const recentFactorMinutes = 10

/**
 * Whether this session has shown its second factor within the last ten minutes. What revokes a certificate,
 * changes a limit, a reason or an account asks for that, so that a screen left open, or a stolen session, is not
 * enough for it. The commands ask, not only the pages.
 */
export async function hasRecentFactor(
  db: Queryable,
  { viewer: { sessionId, staffId } }: { viewer: Pick<StaffViewer, 'sessionId' | 'staffId'> },
): Promise<boolean> {
  const since = sql`service_now() - make_interval(mins => ${recentFactorMinutes})`
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.staffId, staffId),
        sql`${sessions.secondFactorAt} > ${since}`,
      ),
    )
  return rows.length === 1
}

/**
 * Shows the second factor again; it holds for ten minutes of this session. Tries are counted by session: whoever
 * guesses in a stolen one stops that one, and the person signs in anew.
 */
export async function showFactorAgain(
  { viewer, shown }: { viewer: StaffViewer; shown: ShownFactor },
  { db }: { db: Database },
): Promise<Result<null, FactorFailure | 'paused'>> {
  const wrongForm = whyNotThisForm(shown)
  if (wrongForm) return failed(wrongForm)
  const { staffId, staffNumber, sessionId } = viewer
  const tries = { kind: 'staff-factor-again', value: sessionId }
  const allowed = await takeTry(tries, { db })
  if (!allowed.ok) return allowed
  // In a statement of its own: no failure of what follows gives a code or a try back.
  const taken = await takeFactor(db, { staffId, sessionId, shown })
  if (!taken.ok) return taken
  return db.transaction(async transaction => {
    await forgetTries(tries, { db: transaction })
    await transaction
      .update(sessions)
      .set({ secondFactorAt: sql`service_now()` })
      .where(eq(sessions.id, sessionId))
    if (shown.kind === 'recovery-code') {
      const used = 'staff-recovery-code-used'
      await recordOwnChange(transaction, { staffId, staffNumber, action: used, template: used })
    }
    return done(null)
  })
}
