import { sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { residents } from '@/db/schema'
import type { Language } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, type Result } from '@/lib/platform/result'
import { checkOneTimeCode, consumeOneTimeCode } from './one-time-codes'
import { startSession } from './sessions'

/**
 * Signs a resident in with the code sent to their phone; the first time makes their record. Phones that are
 * known and unknown get the same answers.
 *
 * @param phone as `readPhoneNumber` gives it
 */
export async function signInResident(
  { phone, code, language }: { phone: string; code: string; language: Language },
  { db }: { db: Database },
): Promise<Result<{ secret: string; residentId: string }, 'wrong-code' | 'expired' | 'no-code' | 'used-up'>> {
  const checked = await checkOneTimeCode({ purpose: 'sign-in', phone, code }, { db })
  if (!checked.ok) return checked
  return db.transaction(async transaction => {
    const consumed = await consumeOneTimeCode(transaction, checked.value)
    if (!consumed.ok) return consumed
    const residentId = await residentOf(transaction, { phone, language })
    return done({ residentId, secret: await startSession({ residentId }, { db: transaction }) })
  })
}

async function residentOf(
  transaction: Transaction,
  { phone, language }: { phone: string; language: Language },
): Promise<string> {
  const [resident] = await transaction
    .insert(residents)
    .values({ phone, phoneLookup: personalLookup({ kind: 'phone', value: phone }), language })
    .onConflictDoUpdate({ target: residents.phoneLookup, set: { language: sql`excluded.language` } })
    .returning({ id: residents.id })
  if (!resident) throw new Error('the resident was not kept')
  return resident.id
}
