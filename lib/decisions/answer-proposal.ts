import { eq } from 'drizzle-orm'
import { decisions, rejectionProposals, staff } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { type CaseFailure, handleOpenCase, makeTransition, recordEvent } from '@/lib/applications'
import { meetClock } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident, notifyStaff } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { findOpenProposal } from './proposals'
import { remediesText } from './remedies'

export type AnswerFailure = CaseFailure | 'no-proposal' | 'needs-a-second-person' | 'note-missing'

/** Confirms a proposed rejection as the second person: from here on the case is rejected, with its remedies. */
export async function confirmRejection(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<{ reasonCode: string }, AnswerFailure>> {
  return handleOpenCase(
    { reference, viewer, as: 'supervisor', db },
    async (transaction, { application, by }) => {
      const open = await findOpenProposal(transaction, { applicationId: application.id })
      if (!open) return failed('no-proposal')
      if (open.proposal.proposedById === viewer.staffId) return failed('needs-a-second-person')
      await transaction
        .update(rejectionProposals)
        .set({ answeredAt: serviceNow, answeredById: viewer.staffId, outcome: 'confirmed' })
        .where(eq(rejectionProposals.id, open.proposal.id))
      await meetClock(transaction, { applicationId: application.id, kind: 'office-must-decide' })
      await transaction.insert(decisions).values({
        applicationId: application.id,
        outcome: 'rejected',
        basis: 'decided',
        officeCode: application.officeCode,
        decidedById: open.proposal.proposedById,
        confirmedById: viewer.staffId,
        reasonId: open.reason.id,
        explanation: open.proposal.explanation,
        evidence: open.proposal.evidence,
        remedies: remediesText,
      })
      const moved = await makeTransition(transaction, {
        applicationId: application.id,
        name: 'reject',
        by,
        details: { reasonCode: open.reason.code, reasonVersion: open.reason.version },
      })
      if (!moved) throw new Error('a locked accepted case can be rejected')
      await notifyResident(transaction, { application: moved, template: 'rejected' })
      return done({ reasonCode: open.reason.code })
    },
  )
}

/** Returns a proposal to the officer with a note; the case stays accepted and its clock runs on. */
export async function returnProposal(
  { reference, viewer, note }: { reference: string; viewer: StaffViewer; note: string },
  { db }: { db: Database },
): Promise<Result<{ proposedById: string }, AnswerFailure>> {
  return handleOpenCase(
    { reference, viewer, as: 'supervisor', db },
    async (transaction, { application, by }) => {
      if (!note.trim()) return failed('note-missing')
      const open = await findOpenProposal(transaction, { applicationId: application.id })
      if (!open) return failed('no-proposal')
      if (open.proposal.proposedById === viewer.staffId) return failed('needs-a-second-person')
      await transaction
        .update(rejectionProposals)
        .set({ answeredAt: serviceNow, answeredById: viewer.staffId, outcome: 'returned', returnNote: note })
        .where(eq(rejectionProposals.id, open.proposal.id))
      await recordEvent(transaction, {
        application,
        name: 'return-proposal',
        from: application.status,
        to: application.status,
        by,
      })
      await tellProposer(transaction, { staffId: open.proposal.proposedById, reference })
      return done({ proposedById: open.proposal.proposedById })
    },
  )
}

async function tellProposer(
  transaction: Transaction,
  { staffId, reference }: { staffId: string; reference: string },
): Promise<void> {
  const [member] = await transaction
    .select({ id: staff.id, email: staff.email })
    .from(staff)
    .where(eq(staff.id, staffId))
  if (!member) throw new Error('whoever proposed a rejection is a member of staff')
  await notifyStaff(transaction, {
    member,
    template: 'proposal-returned',
    values: { link: `/staff/cases/${reference}` },
  })
}
