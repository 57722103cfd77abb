import { auditEvents } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

/** Why a member of staff looked; each has its words for the applicant and for auditors. */
export const purposesOfViews = [
  'handle-case',
  'answer-complaint',
  'reveal-id-number',
  'search',
  'see-document',
  'change-phone',
  'see-certificate',
  'print-no-phone',
  'print-no-printer',
  'print-paper-lost',
  'print-needed-at-once',
] as const
export type PurposeOfView = (typeof purposesOfViews)[number]

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
    purpose: PurposeOfView
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
