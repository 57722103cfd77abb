import { eq } from 'drizzle-orm'
import { applications, correctionNotices, rejectionProposals } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import {
  asFirstContact,
  type CaseFailure,
  handleOpenCase,
  openStatuses,
  recordEvent,
  whyNotHandle,
} from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import type { Database, Queryable } from '@/lib/platform/database'
import { demand, done, failed, failedTogether, type Result } from '@/lib/platform/result'
import { findOpenProposal, type RejectionReason } from './proposals'
import { findPublishedReason } from './rejection-reasons'

/** What an officer must write before a refusal can even be proposed (行政许可法 art. 38: reasons in writing). */
export type ProposedRejection = { reasonCode: string; explanation: string; evidence: string; hearing: string }

export type ProposalFailure =
  | 'waits-for-applicant'
  | 'already-proposed'
  | 'reason-not-published'
  | 'needs-correction-notice-first'
  | 'needs-hearing'
  | 'explanation-too-short'
  | 'evidence-missing'

/** Shorter than this is no reason that anybody could follow. */
export const SHORTEST_EXPLANATION = 20

/** Proposes to refuse a case; nothing is refused until a supervisor confirms it, and the clock runs on. */
export async function proposeRejection(
  { reference, viewer, proposed }: { reference: string; viewer: StaffViewer; proposed: ProposedRejection },
  { db }: { db: Database },
): Promise<Result<{ reasonCode: string }, CaseFailure | ProposalFailure>> {
  return handleOpenCase(
    { reference, viewer, as: 'officer', db },
    async (transaction, { application, by }) => {
      const judged = await judgeProposal(transaction, { application, proposed })
      if (!judged.ok) return judged
      const reason = judged.value
      await transaction.insert(rejectionProposals).values({
        applicationId: application.id,
        reasonId: reason.id,
        explanation: proposed.explanation,
        evidence: proposed.evidence,
        hearing: proposed.hearing || null,
        proposedById: viewer.staffId,
      })
      await transaction
        .update(applications)
        .set({ ...asFirstContact({ application, viewer }), updatedAt: serviceNow })
        .where(eq(applications.id, application.id))
      await recordEvent(transaction, {
        application,
        name: 'propose-rejection',
        from: application.status,
        to: application.status,
        by,
        details: { reasonCode: reason.code, reasonVersion: reason.version },
      })
      return done({ reasonCode: reason.code })
    },
  )
}

/** Whether a proposal could be made as it stands, for its preview; nothing is kept. */
export async function checkProposal(
  { reference, viewer, proposed }: { reference: string; viewer: StaffViewer; proposed: ProposedRejection },
  { db }: { db: Queryable },
): Promise<Result<RejectionReason, CaseFailure | ProposalFailure>> {
  const [application] = await db.select().from(applications).where(eq(applications.reference, reference))
  if (!application) return failed('case-not-found')
  const why = await whyNotHandle(db, { viewer, application, as: 'officer' })
  if (why) return failed(why)
  if (!openStatuses.some(status => status === application.status)) {
    return failed('case-is-not-open', { status: application.status, at: application.endedAt })
  }
  return judgeProposal(db, { application, proposed })
}

async function judgeProposal(
  db: Queryable,
  {
    application: { id, status },
    proposed,
  }: { application: { id: string; status: string }; proposed: ProposedRejection },
): Promise<Result<RejectionReason, ProposalFailure>> {
  if (status !== 'accepted') return failed('waits-for-applicant')
  if (await findOpenProposal(db, { applicationId: id })) return failed('already-proposed')
  const reason = await findPublishedReason(db, { code: proposed.reasonCode })
  const [notice] = await db
    .select({ id: correctionNotices.id })
    .from(correctionNotices)
    .where(eq(correctionNotices.applicationId, id))
  const demands = demandsOfProposal({ proposed, reason, wasNotified: Boolean(notice) })
  return reason && demands.every(({ ok }) => ok) ? done(reason) : failedTogether(demands)
}

/** What a proposal needs: a published reason and what that demands, and words and evidence whatever the reason. */
function demandsOfProposal({
  proposed: { hearing, explanation, evidence },
  reason,
  wasNotified,
}: {
  proposed: ProposedRejection
  reason: { needsCorrectionNotice: boolean; needsHearing: boolean } | null
  wasNotified: boolean
}): Result<true, ProposalFailure>[] {
  return [
    demand(reason !== null, 'reason-not-published'),
    demand(!reason?.needsCorrectionNotice || wasNotified, 'needs-correction-notice-first'),
    demand(!reason?.needsHearing || hearing.trim() !== '', 'needs-hearing'),
    demand([...explanation.trim()].length >= SHORTEST_EXPLANATION, 'explanation-too-short'),
    demand(evidence.trim() !== '', 'evidence-missing'),
  ]
}
