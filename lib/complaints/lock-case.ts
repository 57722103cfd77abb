import { and, eq, isNull } from 'drizzle-orm'
import { applications, complaints, deadlines } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { carryOutLapse, type Deadline, findRunningDeadline, hasRunOut, holdCalendar } from '@/lib/deadlines'
import { serviceNow, type Transaction } from '@/lib/platform/database'
import type { Complaint } from './may-answer'

export type CaseWithComplaint = {
  application: Application & { reference: string; officeCode: string }
  /** The complaint that is still to be answered, if there is one. */
  open: Complaint | null
}

/**
 * Locks a case with the complaint that is open in it, for any command about complaints. Whatever has run out
 * in the case, its own clock or the complaint's, is carried out here and now, before the command (DESIGN §4).
 */
export async function lockCase(
  transaction: Transaction,
  { reference }: { reference: string },
): Promise<CaseWithComplaint | null> {
  await holdCalendar(transaction)
  let application = await readCase(transaction, reference)
  if (!application) return null
  // One after the other, each with the case as the one before has left it: the case's own may just have ended it.
  for (const clockOf of [ownClock, clockOfComplaint]) {
    const clock = await clockOf(transaction, application)
    if (!clock || !hasRunOut({ dueAt: clock.dueAt, now: await serviceNow(transaction) })) continue
    await carryOutLapse(transaction, { application, deadline: clock })
    application = await readCase(transaction, reference)
    if (!application) throw new Error('a locked case stays')
  }
  return { application, open: await openComplaint(transaction, application) }
}

type ClockOf = (transaction: Transaction, application: Application) => Promise<Deadline | null>

const ownClock: ClockOf = (transaction, { id }) => findRunningDeadline(transaction, { applicationId: id })

async function readCase(
  transaction: Transaction,
  reference: string,
): Promise<CaseWithComplaint['application'] | null> {
  const [application] = await transaction
    .select()
    .from(applications)
    .where(eq(applications.reference, reference))
    .for('update')
  if (!application?.officeCode || !application.reference) return null
  return { ...application, reference: application.reference, officeCode: application.officeCode }
}

const clockOfComplaint: ClockOf = async (transaction, { id }) => {
  const [clock] = await transaction
    .select()
    .from(deadlines)
    .where(
      and(
        eq(deadlines.applicationId, id),
        eq(deadlines.kind, 'complaint-answer'),
        eq(deadlines.state, 'running'),
      ),
    )
  return clock ?? null
}

async function openComplaint(transaction: Transaction, { id }: Application): Promise<Complaint | null> {
  const [complaint] = await transaction
    .select()
    .from(complaints)
    .where(and(eq(complaints.applicationId, id), isNull(complaints.answeredAt)))
  return complaint ?? null
}
