import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import type { Transaction } from '@/lib/platform/database'
import { type FirstStep, startSession } from '../sessions'

/** Both factors are shown: the first step ends, and the session of the work begins under a secret of its own. */
export async function beginWork(
  transaction: Transaction,
  { staffId, sessionId }: Pick<FirstStep, 'staffId' | 'sessionId'>,
): Promise<string> {
  await transaction
    .update(sessions)
    .set({ endedAt: sql`service_now()`, endedReason: 'second-factor-shown' })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
  return startSession({ staffId }, { db: transaction })
}

/** Ends the sessions of a member of staff at once, but for one of them where it is named. */
export async function endSessionsOfStaff(
  transaction: Transaction,
  {
    staffId,
    except,
    because,
  }: {
    staffId: string
    except?: string
    because: NonNullable<(typeof sessions.$inferSelect)['endedReason']>
  },
): Promise<void> {
  await transaction
    .update(sessions)
    .set({ endedAt: sql`service_now()`, endedReason: because })
    .where(
      and(
        eq(sessions.staffId, staffId),
        isNull(sessions.endedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    )
}
