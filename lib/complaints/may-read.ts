import { and, eq, isNull } from 'drizzle-orm'
import { decisions } from '@/db/schema'
import { type Application, type HandlingFailure, whyNotHandle } from '@/lib/applications'
import { maySuperviseOffice, type StaffViewer } from '@/lib/identity'
import type { Queryable } from '@/lib/platform/database'

/**
 * Why a member of staff may not read the complaints of a case, or null if they may: whoever may handle the case
 * may, and so may the county of its office, which handles no case.
 */
export async function whyNotReadComplaint(
  db: Queryable,
  { viewer, application }: { viewer: StaffViewer; application: Pick<Application, 'id' | 'officeCode'> },
): Promise<HandlingFailure | null> {
  if (viewer.role !== 'county') return whyNotHandle(db, { viewer, application, as: 'officer' })
  return maySuperviseOffice({ viewer, officeCode: application.officeCode ?? '' }) ? null : 'other-office'
}

/** Whom a complaint is about, where it is about people: the first contact, and who made the standing decision. */
export async function handlersOf(
  db: Queryable,
  { application }: { application: Pick<Application, 'id' | 'firstContactId'> },
): Promise<(string | null)[]> {
  const standing = await db
    .select({ decidedById: decisions.decidedById })
    .from(decisions)
    .where(and(eq(decisions.applicationId, application.id), isNull(decisions.setAsideAt)))
  return [application.firstContactId, ...standing.map(({ decidedById }) => decidedById)]
}
