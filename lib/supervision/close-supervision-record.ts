import { and, eq, isNull } from 'drizzle-orm'
import { applications, supervisionRecords } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { recordChange } from '@/lib/audit'
import { maySuperviseOffice, type StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { mayCloseRecords } from './may-supervise'

/** Shorter than this is no finding that anybody could learn from. */
export const SHORTEST_FINDING = 10

export type CloseRecordFailure = 'record-not-found' | 'not-your-role' | 'finding-too-short' | 'already-closed'

/** Closes a supervision record with what the county found; it is closed once, and the finding stays. */
export async function closeSupervisionRecord(
  { reference, viewer, finding }: { reference: string; viewer: StaffViewer; finding: string },
  { db }: { db: Database },
): Promise<Result<{ reference: string }, CloseRecordFailure>> {
  if (!mayCloseRecords({ viewer })) return failed('not-your-role')
  if ([...finding.trim()].length < SHORTEST_FINDING) {
    return failed('finding-too-short', { shortest: SHORTEST_FINDING })
  }
  return db.transaction(async transaction => {
    const [found] = await transaction
      .select({ record: supervisionRecords, applicationId: applications.id })
      .from(supervisionRecords)
      .innerJoin(applications, eq(applications.id, supervisionRecords.applicationId))
      .where(eq(applications.reference, reference))
    if (!found || !maySuperviseOffice({ viewer, officeCode: found.record.officeCode })) {
      return failed('record-not-found')
    }
    const closed = await transaction
      .update(supervisionRecords)
      .set({ closedAt: serviceNow, closedById: viewer.staffId, finding: finding.trim() })
      .where(and(eq(supervisionRecords.id, found.record.id), isNull(supervisionRecords.closedAt)))
      .returning({ id: supervisionRecords.id })
    if (closed.length === 0) return failed('already-closed')
    await recordChange(transaction, {
      viewer,
      action: 'supervision-record-closed',
      applicationId: found.applicationId,
      officeCode: found.record.officeCode,
    })
    return done({ reference })
  })
}
