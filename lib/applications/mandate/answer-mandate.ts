import { and, eq } from 'drizzle-orm'
import { applicationParties, applications } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { lockOpenCase } from '@/lib/deadlines'
import type { ResidentViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { forgetTries, takeTry } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'
import { type Actor, type Application, recordEvent } from '../make-transition'
import { openStatuses } from '../transitions'
import { withdraw } from '../withdraw-application'
import { findMandateRequest } from './mandate-requests'

export type AnswerMandateFailure =
  | 'no-request'
  | 'id-ending-missing'
  | 'id-ending-differs'
  | 'paused'
  | 'answer-missing'

type Answer = 'confirm' | 'deny'

/**
 * The applicant for whom a proxy applied speaks for themselves. The phone alone may be a slip of the hand, so
 * the last six characters of the applicant's document show who they are. Either answer makes the application
 * theirs to see and to stop. A denied mandate binds nobody (民法典 art. 171): an open application is taken back
 * at once; a registered one is the office's to check, on the applicant's word.
 */
export async function answerMandate(
  {
    reference,
    viewer,
    idEnding,
    answer,
  }: { reference: string; viewer: ResidentViewer; idEnding: string; answer: string },
  { db }: { db: Database },
): Promise<Result<{ isRegistered: boolean }, AnswerMandateFailure>> {
  if (answer !== 'confirm' && answer !== 'deny') return failed('answer-missing')
  const ending = foldWidth(idEnding.slice(0, 100)).replace(/[\s-]/g, '').toUpperCase()
  if (ending === '') return failed('id-ending-missing')
  const request = await findMandateRequest({ reference, viewer }, { db })
  if (!request) return failed('no-request')
  const bucket = { kind: 'answer-mandate', value: `${request.applicationId} ${viewer.residentId}` }
  const tried = await takeTry(bucket, { db })
  if (!tried.ok) return tried
  return db.transaction(async transaction => {
    const locked = await lockRequest(transaction, { reference, viewer })
    if (!locked) return failed('no-request')
    if (locked.applicant.documentNumber?.slice(-6).toUpperCase() !== ending)
      return failed('id-ending-differs')
    await forgetTries(bucket, { db: transaction })
    await keepAnswer(transaction, { application: locked.application, viewer, answer })
    return done({ isRegistered: locked.application.status === 'registered' })
  })
}

/** Somebody else got the message: the phone is forgotten, and the proxy is asked for the right one. */
export async function reportWrongPhone(
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<null, 'no-request'>> {
  return db.transaction(async transaction => {
    const locked = await lockRequest(transaction, { reference, viewer })
    if (!locked) return failed('no-request')
    const { application } = locked
    await transaction
      .update(applicationParties)
      .set({ phone: null, phoneLookup: null })
      .where(applicantOf(application))
    await recordEvent(transaction, {
      application,
      name: 'mandate-wrong-phone',
      from: application.status,
      to: application.status,
      by: { kind: 'system' },
    })
    await notifyResident(transaction, { application, template: 'mandate-wrong-phone' })
    return done(null)
  })
}

async function keepAnswer(
  transaction: Transaction,
  { application, viewer, answer }: { application: Application; viewer: ResidentViewer; answer: Answer },
): Promise<void> {
  const by = { kind: 'resident', residentId: viewer.residentId } as const
  await transaction
    .update(applicationParties)
    .set(answer === 'confirm' ? { confirmedAt: serviceNow } : { objectedAt: serviceNow })
    .where(applicantOf(application))
  const [theirs] = await transaction
    .update(applications)
    .set({ principalResidentId: viewer.residentId, updatedAt: serviceNow })
    .where(eq(applications.id, application.id))
    .returning()
  if (!theirs) throw new Error('a locked application can be given to its applicant')
  await recordEvent(transaction, {
    application: theirs,
    name: answer === 'confirm' ? 'mandate-confirmed' : 'mandate-denied',
    from: theirs.status,
    to: theirs.status,
    by,
  })
  if (answer === 'deny') await endWithoutMandate(transaction, { application: theirs, by })
}

/** The proxy hears that the mandate was denied; the person concerned, that what was sent for them has ended. */
async function endWithoutMandate(
  transaction: Transaction,
  { application, by }: { application: Application; by: Actor & { kind: 'resident' } },
): Promise<void> {
  await notifyResident(transaction, { application, template: 'mandate-denied', to: 'whoever-sent-it' })
  if (!openStatuses.some(status => status === application.status)) return
  const withdrawn = await withdraw(transaction, { application, by })
  const message = { template: 'withdrawn-without-mandate', to: 'principal' } as const
  await notifyResident(transaction, { application: withdrawn, ...message })
}

function applicantOf({ id }: Pick<Application, 'id'>) {
  return and(eq(applicationParties.applicationId, id), eq(applicationParties.role, 'applicant'))
}

/** Locks the case, and carries out a lapse first if its time has run out: what follows sees its result. */
async function lockRequest(
  transaction: Transaction,
  { reference, viewer }: { reference: string; viewer: ResidentViewer },
) {
  await lockOpenCase(transaction, { reference })
  const request = await findMandateRequest({ reference, viewer }, { db: transaction })
  if (!request) return null
  const [row] = await transaction
    .select({ application: applications, applicant: applicationParties })
    .from(applications)
    .innerJoin(
      applicationParties,
      and(eq(applicationParties.applicationId, applications.id), eq(applicationParties.role, 'applicant')),
    )
    .where(eq(applications.id, request.applicationId))
    .for('update', { of: applications })
  return row ?? null
}
