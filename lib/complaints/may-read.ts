import { and, eq, isNull, sql } from 'drizzle-orm'
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

/** Who had a hand in a case and so answers nothing about it, and whether that leaves the office anybody who can. */
export type Answerers = { handledBy: readonly (string | null)[]; officeCan: boolean }

/** Who answers what is said about a case, as `whyNotAnswer` asks. */
export async function answerersOf(
  db: Queryable,
  { application }: { application: Pick<Application, 'id' | 'officeCode' | 'firstContactId'> },
): Promise<Answerers> {
  const handledBy = await handlersOf(db, { application })
  return { handledBy, officeCan: await officeCanAnswer(db, { application }) }
}

/** Whom a complaint is about, where it is about people: the first contact, who made the standing decision, who confirmed it. */
async function handlersOf(
  db: Queryable,
  { application }: { application: Pick<Application, 'id' | 'firstContactId'> },
): Promise<(string | null)[]> {
  const standing = await db
    .select({ decidedById: decisions.decidedById, confirmedById: decisions.confirmedById })
    .from(decisions)
    .where(and(eq(decisions.applicationId, application.id), isNull(decisions.setAsideAt)))
  return [
    application.firstContactId,
    ...standing.flatMap(({ decidedById, confirmedById }) => [decidedById, confirmedById]),
  ]
}

/** Whether the office has a supervisor who had no part in the case; where not, the county answers for it at once. */
export async function officeCanAnswer(
  db: Queryable,
  { application }: { application: Pick<Application, 'id' | 'officeCode'> },
): Promise<boolean> {
  const [row] = await db.execute<{ can: boolean }>(
    sql`select office_can_answer(${application.officeCode}, ${application.id}::uuid) as can`,
  )
  return row?.can ?? false
}
