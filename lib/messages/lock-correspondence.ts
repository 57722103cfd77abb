import { and, desc, eq, sql } from 'drizzle-orm'
import { applications, messages } from '@/db/schema'
import type { Application } from '@/lib/applications'
import type { Transaction } from '@/lib/platform/database'

export type SubmittedCase = Application & { reference: string; officeCode: string }

/** Locks a submitted case, in whatever state, so that what is written about it comes one after the other. */
export async function lockCorrespondence(
  transaction: Transaction,
  { reference }: { reference: string },
): Promise<SubmittedCase | null> {
  const [application] = await transaction
    .select()
    .from(applications)
    .where(eq(applications.reference, reference))
    .for('update')
  if (!application?.officeCode || !application.reference) return null
  return { ...application, reference: application.reference, officeCode: application.officeCode }
}

/** The same words twice within this time are one form sent twice. */
const sameWithinMinutes = 10

/** Whether these words are already there: the form was sent twice. */
export async function wasJustSaid(
  transaction: Transaction,
  { application, sender, text }: { application: SubmittedCase; sender: 'resident' | 'office'; text: string },
): Promise<boolean> {
  const [newest] = await transaction
    .select({
      sender: messages.sender,
      text: messages.text,
      isFresh: sql<boolean>`${messages.sentAt} > service_now() - make_interval(mins => ${sameWithinMinutes})`,
    })
    .from(messages)
    .where(and(eq(messages.applicationId, application.id)))
    .orderBy(desc(messages.sentAt))
    .limit(1)
  return newest?.sender === sender && newest.text === text && newest.isFresh
}
