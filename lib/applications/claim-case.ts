import { and, asc, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { applications, deadlines, extensionRequests, rejectionProposals, staff } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import type { StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { asFirstContact, type CaseFailure, handleOpenCase } from './handle-open-case'

/** A claim is soft: after this long without anything done it no longer keeps the case from others. */
export const CLAIM_LASTS_MINUTES = 30

const claimLapsed = lt(
  applications.claimedAt,
  sql`service_now() - make_interval(mins => ${CLAIM_LASTS_MINUTES})`,
)

/** Whether somebody holds a case now. A claim that has been idle for half an hour holds nothing. */
export function holdsClaim({ claimedAt, now }: { claimedAt: Date | null; now: Date }): boolean {
  return claimedAt !== null && now.getTime() - claimedAt.getTime() < CLAIM_LASTS_MINUTES * 60_000
}

/** Takes a case for oneself; a supervisor may take over at once, others only when a claim has gone idle. */
export async function claimCase(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<{ reference: string }, CaseFailure | 'claimed-by-another'>> {
  return handleOpenCase(
    { reference, viewer, as: 'officer', db },
    async (transaction, { application, now }) => {
      const heldByOther = application.claimedById !== viewer.staffId && holdsClaim({ ...application, now })
      if (heldByOther && viewer.role !== 'supervisor') {
        const [holder] = await transaction
          .select({ name: staff.name })
          .from(staff)
          .where(eq(staff.id, application.claimedById ?? viewer.staffId))
        return failed('claimed-by-another', { name: holder?.name ?? '' })
      }
      await transaction
        .update(applications)
        .set({
          ...asFirstContact({ application, viewer }),
          claimedById: viewer.staffId,
          claimedAt: serviceNow,
        })
        .where(eq(applications.id, application.id))
      return done({ reference })
    },
  )
}

/** Lets go of a case, so that a colleague finds it free. */
export async function releaseCase(
  { reference, viewer }: { reference: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<Result<{ reference: string }, 'not-yours'>> {
  const released = await db
    .update(applications)
    .set({ claimedById: null, claimedAt: null })
    .where(and(eq(applications.reference, reference), eq(applications.claimedById, viewer.staffId)))
    .returning({ id: applications.id })
  return released.length > 0 ? done({ reference }) : failed('not-yours')
}

/**
 * Whether a case has its next step from a supervisor, or from another one than who proposed it: handed out as
 * the next case, it would come back to whoever just proposed the rejection.
 */
function waitsForSomebodyElse({ staffId, role }: StaffViewer): SQL {
  const isOfficer = role === 'officer'
  return sql`(exists (
      select from ${rejectionProposals}
      where ${rejectionProposals.applicationId} = ${applications.id} and ${rejectionProposals.answeredAt} is null
        and (${isOfficer}::boolean or ${rejectionProposals.proposedById} = ${staffId})
    ) or exists (
      select from ${extensionRequests}
      where ${extensionRequests.applicationId} = ${applications.id} and ${extensionRequests.answeredAt} is null
        and ${isOfficer}::boolean
    ))`
}

/**
 * Claims the case that must be decided first among those free in one's offices, in the order of the queue:
 * exactly one, and never the same for two officers (`for update skip locked`).
 *
 * @returns its reference, or null when nothing is left
 */
export async function takeNextCase(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Database },
): Promise<{ reference: string } | null> {
  if (viewer.role !== 'officer' && viewer.role !== 'supervisor') return null
  return db.transaction(async transaction => {
    const [next] = await transaction
      .select({
        id: applications.id,
        reference: applications.reference,
        firstContactId: applications.firstContactId,
      })
      .from(deadlines)
      .innerJoin(applications, eq(applications.id, deadlines.applicationId))
      .where(
        and(
          eq(deadlines.state, 'running'),
          eq(deadlines.kind, 'office-must-decide'),
          sql`${deadlines.officeCode} = any(${sql.param(viewer.officeCodes)}::text[])`,
          sql`${deadlines.dueAt} >= service_now()`,
          or(isNull(applications.claimedAt), claimLapsed),
          sql`not staff_is_party(${viewer.staffId}, ${applications.id})`,
          sql`not ${waitsForSomebodyElse(viewer)}`,
        ),
      )
      .orderBy(asc(deadlines.dueAt), asc(applications.reference))
      .limit(1)
      .for('update', { of: applications, skipLocked: true })
    if (!next?.reference) return null
    await transaction
      .update(applications)
      .set({
        ...asFirstContact({ application: next, viewer }),
        claimedById: viewer.staffId,
        claimedAt: serviceNow,
      })
      .where(eq(applications.id, next.id))
    return { reference: next.reference }
  })
}
