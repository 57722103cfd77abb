import { and, eq, isNull } from 'drizzle-orm'
import { applications, messages } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { type HandlingFailure, openStatuses, recordEvent, whyNotHandle } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { lockCorrespondence, type SubmittedCase, wasJustSaid } from './lock-correspondence'
import { type MessageTextFailure, readMessage } from './read-message'

export type OfficeMessageFailure = MessageTextFailure | HandlingFailure | 'case-not-found' | 'nothing-waits'

type ByOffice = { reference: string; viewer: StaffViewer }

/**
 * Writes to the applicant for the office that has the case: an answer to everything that waits for one, or a
 * word of the office's own.
 */
export async function answerMessages(
  { reference, viewer, text: raw }: ByOffice & { text: string },
  { db }: { db: Database },
): Promise<Result<null, OfficeMessageFailure>> {
  const text = readMessage(raw)
  if (!text.ok) return text
  return forOffice({ reference, viewer, db }, async (transaction, application) => {
    if (await wasJustSaid(transaction, { application, sender: 'office', text: text.value })) return done(null)
    await settle(transaction, { application, viewer })
    await becomeContact(transaction, { application, viewer })
    const isFirst = !(await waitsForApplicant(transaction, application))
    await transaction.insert(messages).values({
      applicationId: application.id,
      sender: 'office',
      staffId: viewer.staffId,
      officeCode: application.officeCode,
      text: text.value,
    })
    await recordEvent(transaction, { ...eventOf({ application, viewer }), name: 'office-wrote' })
    if (isFirst) {
      const link = `/applications/${application.reference}/messages`
      await notifyResident(transaction, { application, template: 'message-from-office', values: { link } })
    }
    return done(null)
  })
}

/** Says that what the applicant wrote needs no answer, as a thank-you. */
export async function settleMessages(
  { reference, viewer }: ByOffice,
  { db }: { db: Database },
): Promise<Result<null, HandlingFailure | 'case-not-found' | 'nothing-waits'>> {
  return forOffice({ reference, viewer, db }, async (transaction, application) => {
    const settled = await settle(transaction, { application, viewer })
    if (settled === 0) return failed('nothing-waits')
    await recordEvent(transaction, { ...eventOf({ application, viewer }), name: 'message-settled' })
    return done(null)
  })
}

async function forOffice<Value, Failure extends string>(
  { reference, viewer, db }: ByOffice & { db: Database },
  command: (transaction: Transaction, application: SubmittedCase) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | HandlingFailure | 'case-not-found'>> {
  return db.transaction(async transaction => {
    const application = await lockCorrespondence(transaction, { reference })
    if (!application) return failed('case-not-found')
    const why = await whyNotHandle(transaction, { viewer, application, as: 'officer' })
    return why ? failed(why) : command(transaction, application)
  })
}

function eventOf({ application, viewer }: { application: SubmittedCase; viewer: StaffViewer }) {
  const { status, officeCode } = application
  const kind = viewer.role === 'supervisor' ? ('supervisor' as const) : ('officer' as const)
  return { application, from: status, to: status, by: { kind, staffId: viewer.staffId, officeCode } }
}

/** 首问负责: where nobody has acted on an open case yet, whoever answers stays its contact. */
async function becomeContact(
  transaction: Transaction,
  { application, viewer }: { application: SubmittedCase; viewer: StaffViewer },
): Promise<void> {
  if (application.firstContactId || !openStatuses.some(status => status === application.status)) return
  await transaction
    .update(applications)
    .set({ firstContactId: viewer.staffId })
    .where(eq(applications.id, application.id))
}

async function settle(
  transaction: Transaction,
  { application, viewer }: { application: SubmittedCase; viewer: StaffViewer },
): Promise<number> {
  const settled = await transaction
    .update(messages)
    .set({ settledAt: serviceNow, settledById: viewer.staffId })
    .where(
      and(
        eq(messages.applicationId, application.id),
        eq(messages.sender, 'resident'),
        isNull(messages.settledAt),
      ),
    )
    .returning({ id: messages.id })
  return settled.length
}

/** Whoever has not opened the last word yet has been told of it. */
async function waitsForApplicant(transaction: Transaction, { id }: SubmittedCase): Promise<boolean> {
  const [unread] = await transaction
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.applicationId, id), eq(messages.sender, 'office'), isNull(messages.readAt)))
    .limit(1)
  return unread !== undefined
}
