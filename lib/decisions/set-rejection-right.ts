import { and, eq, isNull } from 'drizzle-orm'
import { applications, decisions } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { type HandlingFailure, makeTransition, whyNotHandle } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { recordRegistration } from './record-registration'

/** On what a rejection is set right: the grounds that the law and this service know. */
export const groundsToSetRight = ['review-upheld', 'complaint-upheld', 'office-corrected'] as const

export type GroundToSetRight = (typeof groundsToSetRight)[number]

/** Registers a rejected case after all: a review or complaint was upheld, or the office corrects itself. */
export async function setRejectionRight(
  {
    reference,
    viewer,
    ground,
    note,
  }: { reference: string; viewer: StaffViewer; ground: GroundToSetRight; note: string },
  { db }: { db: Database },
): Promise<
  Result<{ number: string | null }, HandlingFailure | 'case-not-found' | 'not-rejected' | 'note-missing'>
> {
  if (!note.trim()) return failed('note-missing')
  return db.transaction(async transaction => {
    const [application] = await transaction
      .select()
      .from(applications)
      .where(eq(applications.reference, reference))
      .for('update')
    if (!application?.officeCode) return failed('case-not-found')
    const why = await whyNotHandle(transaction, { viewer, application, as: 'supervisor' })
    if (why) return failed(why)
    if (application.status !== 'rejected') return failed('not-rejected', { status: application.status })
    await transaction
      .update(decisions)
      .set({ setAsideAt: serviceNow })
      .where(and(eq(decisions.applicationId, application.id), isNull(decisions.setAsideAt)))
    const moved = await makeTransition(transaction, {
      applicationId: application.id,
      name: 'set-rejection-right',
      by: { kind: 'supervisor', staffId: viewer.staffId, officeCode: application.officeCode },
      note,
      details: { ground },
    })
    if (!moved) throw new Error('a locked rejected case can be set right')
    const issued = await recordRegistration(transaction, {
      application: moved,
      basis: ground,
      decidedBy: { id: viewer.staffId, staffNumber: viewer.staffNumber },
    })
    await notifyResident(transaction, { application: moved, template: 'rejection-set-right' })
    return done({ number: issued.number })
  })
}
