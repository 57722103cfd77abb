import { and, desc, eq } from 'drizzle-orm'
import { applications } from '@/db/schema'
import type { ResidentViewer } from '@/lib/identity'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type Draft, draftOf, isDraftId, ownedBy } from './draft'

/**
 * Finds a draft of the resident. Somebody else's is answered like one that does not exist; one that was
 * submitted meanwhile leads to its application.
 */
export async function findDraft(
  { draftId, viewer }: { draftId: string; viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<Result<Draft, 'draft-not-found' | 'already-submitted'>> {
  if (!isDraftId(draftId)) return failed('draft-not-found')
  const [row] = await db.select().from(applications).where(ownedBy({ draftId, viewer }))
  if (!row) return failed('draft-not-found')
  if (row.reference !== null) return failed('already-submitted', { reference: row.reference })
  return done(draftOf(row))
}

/** The drafts of a resident, the one saved last on top. */
export async function draftsOf(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Draft[]> {
  const rows = await db
    .select()
    .from(applications)
    .where(and(eq(applications.residentId, viewer.residentId), eq(applications.status, 'draft')))
    .orderBy(desc(applications.updatedAt), desc(applications.id))
  return rows.map(draftOf)
}
