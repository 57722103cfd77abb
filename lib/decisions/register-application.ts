import { asFirstContact, type CaseFailure, handleOpenCase, makeTransition } from '@/lib/applications'
import { meetClock } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { closeOpenProposal } from './proposals'
import { recordRegistration } from './record-registration'

/**
 * Registers a case and issues its certificate: one click, one transaction. An unavailable check is no
 * obstacle, since the commitment stands (Shaanxi 2023: register on the promise within the limit).
 *
 * @returns the certificate's number, or the characters for which it has to wait
 */
export async function registerApplication(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<{ number: string | null; notPrintable: string[] }, CaseFailure | 'waits-for-applicant'>> {
  return handleOpenCase(
    { reference, viewer, as: 'officer', db },
    async (transaction, { application, by }) => {
      if (application.status !== 'accepted') return failed('waits-for-applicant')
      await Promise.all([
        closeOpenProposal(transaction, { applicationId: application.id, outcome: 'overtaken' }),
        meetClock(transaction, { applicationId: application.id, kind: 'office-must-decide' }),
      ])
      const moved = await makeTransition(transaction, {
        applicationId: application.id,
        name: 'register',
        by,
        set: asFirstContact({ application, viewer }),
      })
      if (!moved) throw new Error('a locked accepted case can be registered')
      const issued = await recordRegistration(transaction, {
        application: moved,
        basis: 'decided',
        decidedBy: { id: viewer.staffId, staffNumber: viewer.staffNumber },
      })
      await notifyResident(transaction, { application: moved, template: 'registered' })
      return done(issued)
    },
  )
}
