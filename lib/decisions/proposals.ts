import { and, eq, isNull } from 'drizzle-orm'
import { rejectionProposals, rejectionReasons } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { isAmong, type Queryable, type Transaction } from '@/lib/platform/database'

export type RejectionProposal = typeof rejectionProposals.$inferSelect
export type RejectionReason = typeof rejectionReasons.$inferSelect

/** The proposal that waits for a second person, with its reason. */
export async function findOpenProposal(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<{ proposal: RejectionProposal; reason: RejectionReason } | null> {
  const [row] = await db
    .select({ proposal: rejectionProposals, reason: rejectionReasons })
    .from(rejectionProposals)
    .innerJoin(rejectionReasons, eq(rejectionReasons.id, rejectionProposals.reasonId))
    .where(and(eq(rejectionProposals.applicationId, applicationId), isNull(rejectionProposals.answeredAt)))
  return row ?? null
}

/** Ends an open proposal, if there is one: the clock or another decision was faster, or the case moved on. */
export async function closeOpenProposal(
  transaction: Transaction,
  { applicationId, outcome }: { applicationId: string; outcome: 'overtaken' },
): Promise<void> {
  await closeOpenProposals(transaction, { applicationIds: [applicationId], outcome })
}

/** The same for many cases. */
export async function closeOpenProposals(
  transaction: Transaction,
  { applicationIds, outcome }: { applicationIds: readonly string[]; outcome: 'overtaken' },
): Promise<void> {
  await transaction
    .update(rejectionProposals)
    .set({ answeredAt: serviceNow, outcome })
    .where(
      and(isAmong(rejectionProposals.applicationId, applicationIds), isNull(rejectionProposals.answeredAt)),
    )
}
