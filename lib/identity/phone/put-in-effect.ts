import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { applications, openidLinks, phoneChanges, residents, sessions } from '@/db/schema'
import { languageOf, notifyAccount, queueNotification } from '@/lib/notifications'
import { isAmong, type Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { secretDigest } from '@/lib/platform/secret-digest'

export type PhoneChange = typeof phoneChanges.$inferSelect

/** A change that was asked for and not finished within this time is asked for again. */
export const minutesToFinish = 15

/** That a change still waits for its code. */
export function stillWaits(): SQL | undefined {
  return and(
    isNull(phoneChanges.changedAt),
    sql`${phoneChanges.askedAt} > service_now() - make_interval(mins => ${minutesToFinish})`,
  )
}

/** That a change was objected to, and no office has settled it yet. */
export function ofContested(residentId: string): SQL | undefined {
  return and(
    eq(phoneChanges.residentId, residentId),
    isNotNull(phoneChanges.objectedAt),
    isNull(phoneChanges.settledAt),
  )
}

/**
 * Whether an account may pass to a phone: one on which another account has its applications, or which another
 * identity opens, is never emptied. An account that somebody made by signing in once, and nothing more, is.
 */
export async function phoneIsFree(
  transaction: Transaction,
  { phone, residentId }: { phone: string; residentId: string },
): Promise<Result<{ emptyAccount: string | null }, 'phone-in-use'>> {
  const [other] = await transaction
    .select()
    .from(residents)
    .where(
      and(
        eq(residents.phoneLookup, personalLookup({ kind: 'phone', value: phone })),
        ne(residents.id, residentId),
      ),
    )
    .for('update')
  if (!other) return done({ emptyAccount: null })
  const [used] = await transaction
    .select({ id: residents.id })
    .from(residents)
    .leftJoin(
      applications,
      or(eq(applications.residentId, residents.id), eq(applications.principalResidentId, residents.id)),
    )
    .leftJoin(openidLinks, eq(openidLinks.residentId, residents.id))
    .where(
      and(
        eq(residents.id, other.id),
        sql`(${applications.id} is not null or ${openidLinks.residentId} is not null
          or ${residents.frozenAt} is not null)`,
      ),
    )
    .limit(1)
  return used ? failed('phone-in-use') : done({ emptyAccount: other.id })
}

/**
 * Passes the account to its new phone: every other session ends, the old number is told with a link by which it
 * may object, and the new one, too.
 *
 * @param objectionHours how long the old number may object; null once an office has settled it
 */
export async function putInEffect(
  transaction: Transaction,
  {
    change,
    emptyAccount,
    objectionHours,
    keptSessionId,
  }: {
    change: PhoneChange
    emptyAccount: string | null
    objectionHours: number | null
    keptSessionId?: string
  },
): Promise<Result<null, 'change-is-over'>> {
  const secret = randomBytes(32).toString('base64url')
  const [effective] = await transaction
    .update(phoneChanges)
    .set({
      changedAt: sql`service_now()`,
      ...(objectionHours !== null && {
        objectionDigest: secretDigest(secret),
        objectUntil: sql`service_now() + make_interval(hours => ${objectionHours})`,
      }),
    })
    .where(and(eq(phoneChanges.id, change.id), stillWaits()))
    .returning()
  if (!effective) return failed('change-is-over')
  const { residentId, newPhone } = effective
  if (emptyAccount) await emptyThe(transaction, { residentId: emptyAccount })
  const [resident] = await transaction
    .update(residents)
    .set({
      phone: newPhone,
      phoneLookup: personalLookup({ kind: 'phone', value: newPhone }),
      frozenAt: null,
    })
    .where(eq(residents.id, residentId))
    .returning({ language: residents.language })
  await endSessionsOf(transaction, { residentIds: [residentId], reason: 'phone-changed', keptSessionId })
  if (objectionHours !== null) {
    await queueNotification(transaction, {
      channel: 'sms',
      recipient: change.oldPhone,
      template: 'phone-changed',
      language: languageOf(resident?.language ?? ''),
      values: { link: `/account/objection/${secret}` },
    })
  }
  await notifyAccount(transaction, { residentId, template: 'phone-changed-here', link: '/account' })
  return done(null)
}

/** Nobody's any more: its phone opens the other account from now on. */
async function emptyThe(transaction: Transaction, { residentId }: { residentId: string }): Promise<void> {
  await transaction
    .update(residents)
    .set({ phone: '', phoneLookup: residentId, smsFor: 'needed' })
    .where(eq(residents.id, residentId))
  await endSessionsOf(transaction, { residentIds: [residentId], reason: 'phone-changed' })
}

/** Signs residents out everywhere, but for one session if it is to stay. */
export async function endSessionsOf(
  transaction: Transaction,
  {
    residentIds,
    reason,
    keptSessionId,
  }: { residentIds: string[]; reason: 'phone-changed' | 'frozen'; keptSessionId?: string | undefined },
): Promise<void> {
  await transaction
    .update(sessions)
    .set({ endedAt: sql`service_now()`, endedReason: reason })
    .where(
      and(
        isAmong(sessions.residentId, residentIds),
        isNull(sessions.endedAt),
        keptSessionId ? ne(sessions.id, keptSessionId) : undefined,
      ),
    )
}
