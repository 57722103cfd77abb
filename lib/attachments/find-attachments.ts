import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { applications, attachmentPages, attachments, auditEvents, correctionNotices } from '@/db/schema'
import { type HandlingFailure, whyNotHandle } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import { mayReadApplication, type ResidentViewer, type StaffViewer } from '@/lib/identity'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'

export type AttachmentOfCase = Pick<
  typeof attachments.$inferSelect,
  'id' | 'field' | 'origin' | 'pages' | 'uploadedAt'
>

/** What was shown in a case, in the order in which it was; whether the reader may know it is the caller's question. */
export async function attachmentsOfCase(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<AttachmentOfCase[]> {
  return db
    .select({
      id: attachments.id,
      field: attachments.field,
      origin: attachments.origin,
      pages: attachments.pages,
      uploadedAt: attachments.uploadedAt,
    })
    .from(attachments)
    .where(eq(attachments.applicationId, applicationId))
    .orderBy(asc(attachments.uploadedAt), asc(attachments.id))
}

type Wanted = { reference: string; attachmentId: string; page: number; size: 'whole' | 'small' }

/** A page of what one has shown oneself. */
export async function pageForResident(
  { viewer, ...wanted }: Wanted & { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<Buffer | null> {
  const found = await findPage(db, wanted)
  return found && mayReadApplication({ viewer, application: found.application }) ? found.picture : null
}

/** The time within which looking through several pages is one look. */
const oneLookMinutes = 10

/** A page for whoever may handle the case. That they look at it is on record, and the applicant sees it. */
export async function pageForStaff(
  { viewer, ...wanted }: Wanted & { viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<Buffer, HandlingFailure | 'page-not-found'>> {
  const found = await findPage(db, wanted)
  if (!found) return failed('page-not-found')
  const { application, answeredAt, picture } = found
  // Until the answer is sent, the applicant may still take back what they chose.
  if (!answeredAt) return failed('page-not-found')
  const why = await whyNotHandle(db, { viewer, application, as: 'officer' })
  if (why) return failed(why)
  await recordLook(db, { viewer, application })
  return done(picture)
}

async function findPage(db: Queryable, { reference, attachmentId, page, size }: Wanted) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(attachmentId)) return null
  const [found] = await db
    .select({
      application: applications,
      answeredAt: correctionNotices.answeredAt,
      picture: size === 'small' ? attachmentPages.thumbnail : attachmentPages.picture,
    })
    .from(attachmentPages)
    .innerJoin(attachments, eq(attachments.id, attachmentPages.attachmentId))
    .innerJoin(applications, eq(applications.id, attachments.applicationId))
    .innerJoin(correctionNotices, eq(correctionNotices.id, attachments.noticeId))
    .where(
      and(
        eq(attachments.id, attachmentId),
        eq(attachmentPages.page, page),
        eq(applications.reference, reference),
      ),
    )
  return found ?? null
}

/** Logs that somebody of the office looks at what was shown: once a sitting, since each page is asked for by itself. */
export async function recordLook(
  db: Database,
  { viewer, application }: { viewer: StaffViewer; application: { id: string; officeCode: string | null } },
): Promise<void> {
  const [lately] = await db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.applicationId, application.id),
        eq(auditEvents.staffId, viewer.staffId),
        eq(auditEvents.purpose, 'see-document'),
        gt(auditEvents.at, sql`service_now() - make_interval(mins => ${oneLookMinutes})`),
      ),
    )
    .limit(1)
  if (!lately) await recordView(db, { viewer, application, purpose: 'see-document' })
}
