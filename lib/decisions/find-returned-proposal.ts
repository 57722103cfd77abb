import { and, desc, eq } from 'drizzle-orm'
import { rejectionProposals, rejectionReasons, staff } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { RejectionProposal, RejectionReason } from './proposals'

export type ReturnedProposal = {
  proposal: RejectionProposal
  reason: RejectionReason
  returnedBy: string | null
}

/** The proposal that a supervisor returned last, with the note, so that the officer can mend or drop it. */
export async function findReturnedProposal(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<ReturnedProposal | null> {
  const [row] = await db
    .select({ proposal: rejectionProposals, reason: rejectionReasons, returnedBy: staff.name })
    .from(rejectionProposals)
    .innerJoin(rejectionReasons, eq(rejectionReasons.id, rejectionProposals.reasonId))
    .leftJoin(staff, eq(staff.id, rejectionProposals.answeredById))
    .where(
      and(eq(rejectionProposals.applicationId, applicationId), eq(rejectionProposals.outcome, 'returned')),
    )
    .orderBy(desc(rejectionProposals.answeredAt))
    .limit(1)
  return row ?? null
}
