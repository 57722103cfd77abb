import { and, eq } from 'drizzle-orm'
import { applicationEvents, applications } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { isAmong, type Transaction } from '@/lib/platform/database'
import { type TransitionName, transitions } from './transitions'

export type Application = typeof applications.$inferSelect

/** Who makes a transition; a system transition has nobody behind it but the clock. */
export type Actor =
  | { kind: 'resident'; residentId: string }
  | { kind: 'officer' | 'supervisor' | 'county' | 'administrator'; staffId: string; officeCode: string }
  | { kind: 'system' }

export type EventDetails = Record<string, string | number | boolean | null>

type Move = {
  name: TransitionName
  by: Actor
  note?: string | undefined
  set?: Partial<typeof applications.$inferInsert>
}

/**
 * Moves a case along the table of transitions and leaves its event, in the caller's transaction.
 *
 * The database picks the winner: one update that names the allowed statuses. No row means that somebody was
 * faster (or the case was never there), and the caller says who.
 */
export async function makeTransition(
  transaction: Transaction,
  { applicationId, details, ...move }: Move & { applicationId: string; details?: EventDetails },
): Promise<Application | null> {
  const [moved] = await makeTransitions(transaction, { cases: [{ applicationId, details }], ...move })
  return moved ?? null
}

/** The same for many cases at once; those with which somebody was faster are not among the returned ones. */
export async function makeTransitions(
  transaction: Transaction,
  {
    cases,
    name,
    by,
    note,
    set = {},
  }: Move & { cases: readonly { applicationId: string; details?: EventDetails | undefined }[] },
): Promise<Application[]> {
  const { from, to } = transitions[name]
  const ends = to !== 'accepted' && to !== 'correction_requested'
  const changed = {
    ...set,
    status: to,
    updatedAt: serviceNow,
    ...(ends ? { endedAt: serviceNow, claimedById: null, claimedAt: null } : {}),
  }
  const ids = cases.map(({ applicationId }) => applicationId)
  const detailsOf = new Map(cases.map(({ applicationId, details }) => [applicationId, details]))
  const moved: Application[] = []
  const events: CaseEvent[] = []
  for (const status of from) {
    const rows = await transaction
      .update(applications)
      .set(changed)
      .where(and(isAmong(applications.id, ids), eq(applications.status, status)))
      .returning()
    for (const application of rows) {
      moved.push(application)
      events.push({ application, name, from: status, to, by, note, details: detailsOf.get(application.id) })
    }
  }
  await recordEvents(transaction, events)
  return moved
}

type CaseEvent = {
  application: Pick<Application, 'id' | 'officeCode'>
  name: string
  from: Application['status']
  to: Application['status']
  by: Actor
  note?: string | undefined
  details?: EventDetails | undefined
}

/** Appends an event to a case: a transition, or something that leaves the status as it is (a transfer, an extension). */
export async function recordEvent(transaction: Transaction, event: CaseEvent): Promise<void> {
  await recordEvents(transaction, [event])
}

/** Appends an event to each of many cases. */
export async function recordEvents(transaction: Transaction, events: readonly CaseEvent[]): Promise<void> {
  if (events.length === 0) return
  await transaction.insert(applicationEvents).values(
    events.map(({ application, name, from, to, by, note, details }) => ({
      applicationId: application.id,
      name,
      fromStatus: from,
      toStatus: to,
      actor: by.kind,
      residentId: by.kind === 'resident' ? by.residentId : null,
      staffId: 'staffId' in by ? by.staffId : null,
      officeCode: 'officeCode' in by ? by.officeCode : application.officeCode,
      note: note ?? null,
      details: details ?? {},
    })),
  )
}
