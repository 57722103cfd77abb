import { and, eq } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { applicationParties, residents } from '@/db/schema'
import type { OpenCaseFailure } from '@/lib/deadlines'
import { type PhoneFailure, type ResidentViewer, readPhoneNumber } from '@/lib/identity'
import { languageOf, queueNotification } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { handleOwnCase } from '../handle-own-case'
import type { Application } from '../make-transition'

/** Whoever never gave a mandate is a person too: one message an hour is a reminder, more is a nuisance. */
const AGAIN_AFTER_MINUTES = 60

/**
 * Tells the applicant for whom a proxy applied, on the phone that the proxy gave and in the caller's
 * transaction, where they confirm the mandate or stop the application. Nothing of the case is in the message:
 * whoever holds that phone signs in with it and shows who they are first.
 */
export async function askPrincipal(
  transaction: Transaction,
  { application, phone }: { application: Application; phone: string },
): Promise<void> {
  await transaction
    .update(applicationParties)
    .set({ phone, phoneLookup: personalLookup({ kind: 'phone', value: phone }) })
    .where(
      and(eq(applicationParties.applicationId, application.id), eq(applicationParties.role, 'applicant')),
    )
  const [proxy] = await transaction
    .select({ language: residents.language })
    .from(residents)
    .where(eq(residents.id, application.residentId))
  await queueNotification(transaction, {
    channel: 'sms',
    recipient: phone,
    applicationId: application.id,
    template: 'applied-for-you',
    language: languageOf(proxy?.language ?? ''),
    values: { link: `/applications/${application.reference ?? ''}/mandate` },
  })
}

export type AskPrincipalFailure =
  | OpenCaseFailure
  | 'not-by-proxy'
  | 'already-answered'
  | 'asked-lately'
  | `phone-${PhoneFailure}`
  | 'phone-is-the-proxys'

/** Asks again, or on another phone, as after a slip of the hand; the number before can then answer no more. */
export async function askPrincipalAgain(
  { reference, viewer, phone: typed }: { reference: string; viewer: ResidentViewer; phone: string },
  { db }: { db: Database },
): Promise<Result<null, AskPrincipalFailure>> {
  const phone = readPhoneNumber(typed)
  if (!phone.ok) return failed(`phone-${phone.failure}`)
  if (phone.value === viewer.phone) return failed('phone-is-the-proxys')
  return handleOwnCase({ reference, viewer, db }, async (transaction, { application }) => {
    if (application.appliedBy !== 'proxy' || application.residentId !== viewer.residentId) {
      return failed('not-by-proxy')
    }
    const [principal] = await transaction
      .select()
      .from(applicationParties)
      .where(
        and(eq(applicationParties.applicationId, application.id), eq(applicationParties.role, 'applicant')),
      )
    if (principal?.confirmedAt || principal?.objectedAt) return failed('already-answered')
    const bucket = { kind: 'ask-principal', value: application.id }
    const windowSeconds = AGAIN_AFTER_MINUTES * 60
    const taken = await takeFromLimit({ bucket, limit: 1, windowSeconds }, { db: transaction })
    if (!taken.ok) return failed('asked-lately', { minutes: AGAIN_AFTER_MINUTES })
    await askPrincipal(transaction, { application, phone: phone.value })
    return done(null)
  })
}
