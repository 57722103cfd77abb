import { sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { residents } from '@/db/schema'
import type { Language } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { checkOneTimeCode, consumeOneTimeCode } from './one-time-codes'
import { startSession } from './sessions'

export type SignInFailure = 'wrong-code' | 'expired' | 'no-code' | 'used-up' | 'frozen'

/**
 * Signs a resident in with the code sent to their phone; the first time makes their record. Phones that are
 * known and unknown get the same answers for the same work.
 *
 * @param phone as `readPhoneNumber` gives it
 */
export async function signInResident(
  { phone, code, language }: { phone: string; code: string; language: Language },
  { db }: { db: Database },
): Promise<Result<{ secret: string; residentId: string }, SignInFailure>> {
  const checked = await checkOneTimeCode({ purpose: 'sign-in', phone, code }, { db })
  if (!checked.ok) return checked
  return db.transaction(async transaction => {
    const consumed = await consumeOneTimeCode(transaction, checked.value)
    if (!consumed.ok) return consumed
    const { residentId, isFrozen } = await residentOf(transaction, { phone, language })
    if (isFrozen) return failed('frozen')
    const secret = await startSession({ residentId, cameBy: 'phone' }, { db: transaction })
    return done({ residentId, secret })
  })
}

/** The record of a phone, made at its first sign-in; the language of its messages stays what it was. */
export async function residentOf(
  transaction: Transaction,
  { phone, language }: { phone: string; language: Language },
): Promise<{ residentId: string; isNew: boolean; isFrozen: boolean }> {
  const [resident] = await transaction
    .insert(residents)
    .values({ phone, phoneLookup: personalLookup({ kind: 'phone', value: phone }), language })
    .onConflictDoUpdate({ target: residents.phoneLookup, set: { phoneLookup: sql`excluded.phone_lookup` } })
    .returning({
      residentId: residents.id,
      // A row that this statement made has no earlier version (PostgreSQL sets xmax on the one it locked).
      isNew: sql<boolean>`xmax = 0`,
      isFrozen: sql<boolean>`${residents.frozenAt} is not null`,
    })
  if (!resident) throw new Error('the resident was not kept')
  return resident
}
