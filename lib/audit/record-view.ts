import { auditEvents } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

/** What is logged of a look that was not granted. */
export const REFUSED_LOOK = 'case-look-refused'

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

/**
 * Logs that a member of staff asked for a case and was shown nothing of it. Nobody looked, so the applicant's list
 * leaves it out; the auditor finds it in the log of the case.
 */
export async function recordRefusedLook(
  db: Queryable,
  {
    viewer,
    application,
    why,
  }: {
    viewer: StaffViewer
    application: { id: string; officeCode: string | null }
    why: string
  },
): Promise<void> {
  await db.insert(auditEvents).values({
    action: REFUSED_LOOK,
    applicationId: application.id,
    staffId: viewer.staffId,
    officeCode: application.officeCode,
    purpose: 'handle-case',
    details: { why },
  })
}

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
