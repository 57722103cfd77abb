import { and, eq, isNotNull } from 'drizzle-orm'
import { applicationParties, applications } from '@/db/schema'
import { type HandlingFailure, openStatuses, whyNotHandle } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import type { StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'

export type PartyRole = (typeof applicationParties.$inferSelect)['role']

/**
 * The full document numbers of an open case, on a click; the click is logged, and the applicant sees it
 * (DESIGN §8). A case that has ended needs no number any more, so none is shown.
 */
export async function revealIdNumbers(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<
  Result<
    { role: PartyRole; documentNumber: string }[],
    HandlingFailure | 'case-not-found' | 'case-is-not-open'
  >
> {
  return db.transaction(async transaction => {
    const [application] = await transaction
      .select()
      .from(applications)
      .where(eq(applications.reference, reference))
    if (!application) return failed('case-not-found')
    const why = await whyNotHandle(transaction, { viewer, application, as: 'officer' })
    if (why) return failed(why)
    if (!openStatuses.some(status => status === application.status)) return failed('case-is-not-open')
    const parties = await transaction
      .select({ role: applicationParties.role, documentNumber: applicationParties.documentNumber })
      .from(applicationParties)
      .where(
        and(
          eq(applicationParties.applicationId, application.id),
          isNotNull(applicationParties.documentNumber),
        ),
      )
    await recordView(transaction, { viewer, application, purpose: 'reveal-id-number' })
    return done(parties.map(({ role, documentNumber }) => ({ role, documentNumber: documentNumber ?? '' })))
  })
}
