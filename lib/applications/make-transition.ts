import { and, eq, inArray } from 'drizzle-orm'
import { applicationEvents, applications } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import type { Transaction } from '@/lib/platform/database'
import { type TransitionName, transitions } from './transitions'

export type Application = typeof applications.$inferSelect

/** Who makes a transition; a system transition has nobody behind it but the clock. */
export type Actor =
  | { kind: 'resident'; residentId: string }
  | { kind: 'officer' | 'supervisor' | 'county' | 'administrator'; staffId: string; officeCode: string }
  | { kind: 'system' }

export type EventDetails = Record<string, string | number | boolean | null>

/**
 * Moves a case along the table of transitions and leaves its event, in the caller's transaction.
 *
 * The database picks the winner: one update that names the allowed statuses. No row means that somebody was
 * faster (or the case was never there), and the caller says who.
 */
export async function makeTransition(
  transaction: Transaction,
  {
    applicationId,
    name,
    by,
    note,
    details = {},
    set = {},
  }: {
    applicationId: string
    name: TransitionName
    by: Actor
    note?: string
    details?: EventDetails
    set?: Partial<typeof applications.$inferInsert>
  },
): Promise<Application | null> {
  const [before] = await transaction
    .select({ status: applications.status })
    .from(applications)
    .where(and(eq(applications.id, applicationId), inArray(applications.status, [...transitions[name].from])))
    .for('update')
  if (!before) return null
  const { to } = transitions[name]
  const ends = to !== 'accepted' && to !== 'correction_requested'
  const [moved] = await transaction
    .update(applications)
    .set({
      ...set,
      status: to,
      updatedAt: serviceNow,
      ...(ends ? { endedAt: serviceNow, claimedById: null, claimedAt: null } : {}),
    })
    .where(and(eq(applications.id, applicationId), eq(applications.status, before.status)))
    .returning()
  if (!moved) return null
  await recordEvent(transaction, { application: moved, name, from: before.status, to, by, note, details })
  return moved
}

/** Appends an event to a case: a transition, or something that leaves the status as it is (a transfer, an extension). */
export async function recordEvent(
  transaction: Transaction,
  {
    application,
    name,
    from,
    to,
    by,
    note,
    details = {},
  }: {
    application: Pick<Application, 'id' | 'officeCode'>
    name: string
    from: Application['status']
    to: Application['status']
    by: Actor
    note?: string | undefined
    details?: EventDetails
  },
): Promise<void> {
  await transaction.insert(applicationEvents).values({
    applicationId: application.id,
    name,
    fromStatus: from,
    toStatus: to,
    actor: by.kind,
    residentId: by.kind === 'resident' ? by.residentId : null,
    staffId: 'staffId' in by ? by.staffId : null,
    officeCode: 'officeCode' in by ? by.officeCode : application.officeCode,
    note: note ?? null,
    details,
  })
}
