import { auditEvents } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

/** Logs that a member of staff looked at a case, and why; the applicant sees this list. */
export async function recordView(
  db: Queryable,
  {
    viewer,
    application,
    purpose,
  }: {
    viewer: StaffViewer
    application: { id: string; officeCode: string | null }
    purpose: 'handle-case' | 'answer-complaint' | 'reveal-id-number' | 'search'
  },
): Promise<void> {
  await db.insert(auditEvents).values({
    action: 'case-viewed',
    applicationId: application.id,
    staffId: viewer.staffId,
    officeCode: application.officeCode,
    purpose,
  })
}
