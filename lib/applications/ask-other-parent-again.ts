import { and, eq, gt, sql } from 'drizzle-orm'
import { applicationParties, notifications } from '@/db/schema'
import type { OpenCaseFailure } from '@/lib/deadlines'
import type { ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { askOtherParent } from './ask-other-parent'
import { handleOwnCase } from './handle-own-case'

/** The other parent is a person too: one message an hour is a reminder, more is a nuisance. */
const againAfterMinutes = 60

/** Sends the other parent a new link, where they have not answered the last. */
export async function askOtherParentAgain(
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<null, OpenCaseFailure | 'nobody-to-ask' | 'already-answered' | 'asked-lately'>> {
  return handleOwnCase({ reference, viewer, db }, async (transaction, { application }) => {
    const [other] = await transaction
      .select()
      .from(applicationParties)
      .where(
        and(
          eq(applicationParties.applicationId, application.id),
          eq(applicationParties.role, 'other_parent'),
        ),
      )
    if (!other) return failed('nobody-to-ask')
    if (other.confirmedAt || other.objectedAt) return failed('already-answered')
    const [lately] = await transaction
      .select({ id: notifications.id })
      .from(notifications)
      .where(
        and(
          eq(notifications.applicationId, application.id),
          eq(notifications.template, 'other-parent-named'),
          gt(notifications.createdAt, sql`service_now() - make_interval(mins => ${againAfterMinutes})`),
        ),
      )
      .limit(1)
    if (lately) return failed('asked-lately', { minutes: againAfterMinutes })
    await askOtherParent(transaction, { application })
    return done(null)
  })
}
