import { and, eq, isNull } from 'drizzle-orm'
import { extensionRequests, staff } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { type CaseFailure, handleOpenCase, recordEvent } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { allOf, demand, done, failed, type Result } from '@/lib/platform/result'
import { limitInForce } from './limit-in-force'
import { shanghaiDayOf } from './rules'

export type OpenExtensionRequest = typeof extensionRequests.$inferSelect & { requestedBy: string | null }

export type ExtensionRequestFailure =
  | CaseFailure
  | 'waits-for-applicant'
  | 'already-extended'
  | 'already-requested'
  | 'reason-missing'
  | 'too-long'

/** Asks a supervisor for more time; the clock runs on until it is granted. */
export async function requestExtension(
  {
    reference,
    viewer,
    workingDays,
    reason,
  }: { reference: string; viewer: StaffViewer; workingDays: number; reason: string },
  { db }: { db: Database },
): Promise<Result<{ reference: string }, ExtensionRequestFailure>> {
  return handleOpenCase(
    { reference, viewer, as: 'officer', db },
    async (transaction, { application, deadline, by }) => {
      if (deadline.kind !== 'office-must-decide') return failed('waits-for-applicant')
      if (deadline.extensionWorkingDays !== null) return failed('already-extended')
      const applicationId = application.id
      if (await findOpenExtensionRequest(transaction, { applicationId })) return failed('already-requested')
      const limit = await limitInForce(transaction, {
        kind: 'extension',
        on: shanghaiDayOf(deadline.startedAt),
      })
      const isInLimit = Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= limit.workingDays
      const asked = allOf([
        demand(isInLimit, 'too-long', { longestWorkingDays: limit.workingDays }),
        demand(reason.trim() !== '', 'reason-missing'),
      ])
      if (!asked.ok) return asked
      await transaction
        .insert(extensionRequests)
        .values({ applicationId, workingDays, reason, requestedById: viewer.staffId })
      await recordEvent(transaction, {
        application,
        name: 'request-extension',
        from: application.status,
        to: application.status,
        by,
        details: { workingDays },
      })
      return done({ reference })
    },
  )
}

/** Declines a request with a note for the officer; the date stays as it is. */
export async function declineExtension(
  { reference, viewer, note }: { reference: string; viewer: StaffViewer; note: string },
  { db }: { db: Database },
): Promise<Result<{ reference: string }, CaseFailure | 'no-request' | 'note-missing'>> {
  if (!note.trim()) return failed('note-missing')
  return handleOpenCase(
    { reference, viewer, as: 'supervisor', db },
    async (transaction, { application, by }) => {
      const answered = await answerExtensionRequest(transaction, {
        applicationId: application.id,
        answeredById: viewer.staffId,
        outcome: 'declined',
        answerNote: note,
      })
      if (!answered) return failed('no-request')
      await recordEvent(transaction, {
        application,
        name: 'decline-extension',
        from: application.status,
        to: application.status,
        by,
      })
      return done({ reference })
    },
  )
}

/** The request that waits for a supervisor. */
export async function findOpenExtensionRequest(
  db: Queryable,
  { applicationId }: { applicationId: string },
): Promise<OpenExtensionRequest | null> {
  const [row] = await db
    .select({ request: extensionRequests, requestedBy: staff.name })
    .from(extensionRequests)
    .leftJoin(staff, eq(staff.id, extensionRequests.requestedById))
    .where(and(eq(extensionRequests.applicationId, applicationId), isNull(extensionRequests.answeredAt)))
  return row ? { ...row.request, requestedBy: row.requestedBy } : null
}

/** Answers the open request of a case, if there is one, in the transaction that grants or declines it. */
export async function answerExtensionRequest(
  transaction: Transaction,
  {
    applicationId,
    ...answer
  }: {
    applicationId: string
    answeredById: string
    outcome: 'granted' | 'declined'
    answerNote?: string
  },
): Promise<boolean> {
  const answered = await transaction
    .update(extensionRequests)
    .set({ ...answer, answeredAt: serviceNow })
    .where(and(eq(extensionRequests.applicationId, applicationId), isNull(extensionRequests.answeredAt)))
    .returning({ id: extensionRequests.id })
  return answered.length > 0
}
