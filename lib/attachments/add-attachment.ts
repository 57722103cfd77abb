import { and, count, eq, isNull } from 'drizzle-orm'
import { applications, attachmentPages, attachments, correctionNotices } from '@/db/schema'
import { handleOwnCase, isDocumentToShow } from '@/lib/applications'
import type { OpenCaseFailure } from '@/lib/deadlines'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { type FileKind, isNamedAs, kindOfFile } from './redraw/kind-of-file'
import { redrawFile } from './redraw/redraw-file'
import type { RedrawFailure, RedrawnPage } from './redraw/redrawn'

/** What a phone's photograph or a short scan needs, as bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024
/** Both sides of a card, and one more for whoever shows two papers. */
export const MOST_FILES_A_FIELD = 4
const mostTriesAnHour = 40

export type AttachmentFailure =
  | OpenCaseFailure
  | RedrawFailure
  | 'nothing-asked'
  | 'no-file'
  | 'too-large'
  | 'not-a-picture-or-pdf'
  | 'not-what-its-name-says'
  | 'too-many-files'
  | 'too-many-tries'

type ToAdd = {
  reference: string
  viewer: ResidentViewer
  field: string
  file: { name: string; bytes: Buffer }
}

/**
 * Shows the office a paper that its correction notice asks to see. The file is judged by what is in it, its
 * pages are drawn anew, and only these pictures are kept, sealed; who may not add it costs no drawing.
 *
 * @returns of how many pages it is
 */
export async function addAttachment(
  { reference, viewer, field, file }: ToAdd,
  { db }: { db: Database },
): Promise<Result<{ pages: number }, AttachmentFailure>> {
  const asked = await openRequest(db, { reference, viewer, field })
  if (!asked.ok) return asked
  const kind = judge(file)
  if (!kind.ok) return kind
  const tries = await takeFromLimit(
    {
      bucket: { kind: 'attachment', value: viewer.residentId },
      limit: mostTriesAnHour,
      windowSeconds: 3_600,
    },
    { db },
  )
  if (!tries.ok) return failed('too-many-tries')
  const drawn = await redrawFile({ file: file.bytes, kind: kind.value })
  if (!drawn.ok) return drawn
  return handleOwnCase({ reference, viewer, db }, async transaction => {
    const still = await openRequest(transaction, { reference, viewer, field })
    if (!still.ok) return still
    await keep(transaction, { request: still.value, viewer, field, origin: kind.value, pages: drawn.value })
    return done({ pages: drawn.value.length })
  })
}

/** What a file is, by its content; a name that says otherwise is a mistake or a trick. */
function judge({
  name,
  bytes,
}: ToAdd['file']): Result<
  FileKind,
  'no-file' | 'too-large' | 'not-a-picture-or-pdf' | 'not-what-its-name-says'
> {
  if (bytes.length === 0) return failed('no-file')
  if (bytes.length > LARGEST_FILE) return failed('too-large')
  const kind = kindOfFile(bytes)
  if (!kind) return failed('not-a-picture-or-pdf')
  return isNamedAs({ name, kind }) ? done(kind) : failed('not-what-its-name-says')
}

type Request = { applicationId: string; noticeId: string }

/** The notice that waits for this paper from this person, with room for one more file. */
async function openRequest(
  db: Queryable,
  { reference, viewer, field }: Pick<ToAdd, 'reference' | 'viewer' | 'field'>,
): Promise<Result<Request, 'case-not-found' | 'nothing-asked' | 'too-many-files'>> {
  const [row] = await db
    .select({ application: applications, notice: correctionNotices })
    .from(applications)
    .leftJoin(
      correctionNotices,
      and(eq(correctionNotices.applicationId, applications.id), isNull(correctionNotices.answeredAt)),
    )
    .where(eq(applications.reference, reference))
  if (!row || !mayReadApplication({ viewer, application: row.application })) return failed('case-not-found')
  const { application, notice } = row
  const item = notice?.items.find(listed => listed.field === field)
  const isOpen = application.status === 'correction_requested'
  if (!notice || !isOpen || !isDocumentToShow(item?.document)) return failed('nothing-asked')
  const [there] = await db
    .select({ files: count() })
    .from(attachments)
    .where(and(eq(attachments.noticeId, notice.id), eq(attachments.field, field)))
  if ((there?.files ?? 0) >= MOST_FILES_A_FIELD) return failed('too-many-files')
  return done({ applicationId: application.id, noticeId: notice.id })
}

async function keep(
  transaction: Transaction,
  {
    request,
    viewer,
    field,
    origin,
    pages,
  }: { request: Request; viewer: ResidentViewer; field: string; origin: FileKind; pages: RedrawnPage[] },
): Promise<void> {
  const [attachment] = await transaction
    .insert(attachments)
    .values({ ...request, residentId: viewer.residentId, field, origin, pages: pages.length })
    .returning({ id: attachments.id })
  if (!attachment) throw new Error('the attachment was not kept')
  for (const [index, page] of pages.entries()) {
    await transaction
      .insert(attachmentPages)
      .values({ ...page, attachmentId: attachment.id, page: index + 1 })
  }
}
