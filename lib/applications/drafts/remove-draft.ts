import { and, eq } from 'drizzle-orm'
import { applications } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { isDraftId, ownedBy } from './draft'

/** Throws a draft away with everything in it. What was submitted stays; removing twice changes nothing. */
export async function removeDraft(
  { draftId, viewer }: { draftId: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<null, 'draft-not-found'>> {
  if (!isDraftId(draftId)) return failed('draft-not-found')
  const removed = await db
    .delete(applications)
    .where(and(ownedBy({ draftId, viewer }), eq(applications.status, 'draft')))
    .returning({ id: applications.id })
  return removed.length === 1 ? done(null) : failed('draft-not-found')
}
