import { aliasedTable, and, eq, isNull } from 'drizzle-orm'
import { decisions, rejectionReasons, staff } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import type { RejectionReason } from './proposals'
import type { Decision } from './record-registration'

export type StandingDecision = {
  decision: Decision
  /** The reason in the version that the decision used, also after it was retired. */
  reason: RejectionReason | null
  decidedBy: string | null
  confirmedBy: string | null
}

/** The decision that stands in a case, with the reason and the people behind it. */
export async function findStandingDecision(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<StandingDecision | null> {
  const second = aliasedTable(staff, 'second')
  const [row] = await db
    .select({
      decision: decisions,
      reason: rejectionReasons,
      decidedBy: staff.name,
      confirmedBy: second.name,
    })
    .from(decisions)
    .leftJoin(rejectionReasons, eq(rejectionReasons.id, decisions.reasonId))
    .leftJoin(staff, eq(staff.id, decisions.decidedById))
    .leftJoin(second, eq(second.id, decisions.confirmedById))
    .where(and(eq(decisions.applicationId, applicationId), isNull(decisions.setAsideAt)))
  return row ?? null
}
