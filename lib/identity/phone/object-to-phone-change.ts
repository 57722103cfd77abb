import { and, eq, isNull, sql } from 'drizzle-orm'
import { phoneChanges, residents } from '@/db/schema'
import { recordAccountChange } from '@/lib/audit'
import { languageOf, queueNotifications } from '@/lib/notifications'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { secretDigest } from '@/lib/platform/secret-digest'
import { maskPhone } from '../rules'
import { endSessionsOf } from './put-in-effect'

export type ObjectionState = 'open' | 'too-late' | 'objected' | 'settled'
export type ObjectionRequest = {
  state: ObjectionState
  newPhoneMasked: string
  changedAt: Date
  objectUntil: Date
}

/** What the old number's link is about, for whoever holds its secret. */
export async function findObjection(
  { secret }: { secret: string },
  { db }: { db: Queryable },
): Promise<ObjectionRequest | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null
  const [row] = await db
    .select({ change: phoneChanges, isLate: sql<boolean>`${phoneChanges.objectUntil} <= service_now()` })
    .from(phoneChanges)
    .where(eq(phoneChanges.objectionDigest, secretDigest(secret)))
  const { changedAt, objectUntil, newPhone, objectedAt, settledAt } = row?.change ?? {}
  if (!row || !changedAt || !objectUntil || !newPhone) return null
  const state = stateOf({ isLate: row.isLate, isObjected: !!objectedAt, isSettled: !!settledAt })
  return { state, newPhoneMasked: maskPhone(newPhone), changedAt, objectUntil }
}

function stateOf({
  isLate,
  isObjected,
  isSettled,
}: {
  isLate: boolean
  isObjected: boolean
  isSettled: boolean
}): ObjectionState {
  if (isSettled) return 'settled'
  if (isObjected) return 'objected'
  return isLate ? 'too-late' : 'open'
}

/**
 * The old number says that the change was not its owner's doing: nobody signs in any more, neither by the old
 * nor by the new phone, until an office has seen the person once more. Both numbers are told.
 */
export async function objectToPhoneChange(
  { secret }: { secret: string },
  { db }: { db: Database },
): Promise<Result<null, 'unknown-link' | 'too-late'>> {
  const found = await findObjection({ secret }, { db })
  if (!found) return failed('unknown-link')
  return db.transaction(async transaction => {
    const [change] = await transaction
      .update(phoneChanges)
      .set({ objectedAt: sql`service_now()` })
      .where(
        and(
          eq(phoneChanges.objectionDigest, secretDigest(secret)),
          isNull(phoneChanges.objectedAt),
          sql`${phoneChanges.objectUntil} > service_now()`,
        ),
      )
      .returning()
    // Somebody was faster with the same link, or it is too late; what stands stays.
    if (!change) return found.state === 'objected' ? done(null) : failed('too-late')
    const { residentId, oldPhone, newPhone } = change
    const [resident] = await transaction
      .update(residents)
      .set({ frozenAt: sql`service_now()` })
      .where(eq(residents.id, residentId))
      .returning({ language: residents.language })
    await endSessionsOf(transaction, { residentIds: [residentId], reason: 'frozen' })
    await queueNotifications(
      transaction,
      [oldPhone, newPhone].map(recipient => ({
        channel: 'sms' as const,
        recipient,
        template: 'account-frozen' as const,
        language: languageOf(resident?.language ?? ''),
        values: { link: '/guide#offices' },
      })),
    )
    await recordAccountChange(transaction, {
      residentId,
      action: 'phone-change-objected',
      applicationId: change.applicationId,
      details: { way: change.way },
    })
    return done(null)
  })
}
