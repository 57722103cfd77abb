import { and, eq } from 'drizzle-orm'
import { attachments } from '@/db/schema'
import { handleOwnCase } from '@/lib/applications'
import type { OpenCaseFailure } from '@/lib/deadlines'
import type { ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Takes back what was shown by mistake; once the notice is answered it belongs to the case. */
export async function removeAttachment(
  { reference, viewer, attachmentId }: { reference: string; viewer: ResidentViewer; attachmentId: string },
  { db }: { db: Database },
): Promise<Result<null, OpenCaseFailure | 'nothing-to-remove'>> {
  return handleOwnCase({ reference, viewer, db }, async (transaction, { application }) => {
    if (!uuid.test(attachmentId) || application.status !== 'correction_requested') {
      return failed('nothing-to-remove')
    }
    const removed = await transaction
      .delete(attachments)
      .where(and(eq(attachments.id, attachmentId), eq(attachments.applicationId, application.id)))
      .returning({ id: attachments.id })
    return removed.length > 0 ? done(null) : failed('nothing-to-remove')
  })
}
