import { eq } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { residents } from '@/db/schema'
import type { Language } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { checkOneTimeCode, consumeOneTimeCode } from '../one-time-codes'
import { residentOf, type SignInFailure } from '../resident-sign-in'
import { startSession } from '../sessions'
import type { OpenidIdentity } from './ask-provider'
import { type LinkFailure, makeLink, residentOfLink } from './openid-links'

/** Signs in whoever has linked this identity to their account before; nobody is linked by signing in. */
export async function signInByLink(
  { identity }: { identity: OpenidIdentity },
  { db }: { db: Database },
): Promise<Result<{ secret: string; residentId: string }, 'not-linked' | 'frozen'>> {
  return db.transaction(async transaction => {
    const residentId = await residentOfLink(transaction, { identity })
    if (!residentId) return failed('not-linked')
    const [resident] = await transaction.select().from(residents).where(eq(residents.id, residentId))
    if (resident?.frozenAt) return failed('frozen')
    return done({
      residentId,
      secret: await startSession({ residentId, cameBy: 'openid' }, { db: transaction }),
    })
  })
}

/** What somebody says who comes by an identity that opens no account yet. */
export const firstChoices = ['link', 'new'] as const
export type FirstChoice = (typeof firstChoices)[number]

export type FirstSignInFailure =
  | SignInFailure
  | LinkFailure
  /** They want a new account, and this phone has one already: it is never merged in silence. */
  | 'phone-has-account'
  /** They want their old account, and there is none with this phone. */
  | 'phone-has-none'

/**
 * The first sign-in by an identity: to the account of a phone that the person proves to have in their hand, or
 * to a new one with that phone. Which of the two they must say themselves.
 */
export async function signInFirstTime(
  {
    identity,
    phone,
    code,
    choice,
    language,
  }: { identity: OpenidIdentity; phone: string; code: string; choice: FirstChoice; language: Language },
  { db }: { db: Database },
): Promise<Result<{ secret: string; residentId: string }, FirstSignInFailure>> {
  const checked = await checkOneTimeCode({ purpose: 'link-openid', phone, code }, { db })
  if (!checked.ok) return checked
  return db.transaction(async transaction => {
    // Before the code is used up, since the answer may be to choose the other one.
    const isKnown = await hasAccount(transaction, { phone })
    if (isKnown && choice === 'new') return failed('phone-has-account')
    if (!isKnown && choice === 'link') return failed('phone-has-none')
    const consumed = await consumeOneTimeCode(transaction, checked.value)
    if (!consumed.ok) return consumed
    const { residentId, isFrozen } = await residentOf(transaction, { phone, language })
    if (isFrozen) return failed('frozen')
    const linked = await makeLink(transaction, { residentId, identity })
    if (!linked.ok) return linked
    return done({
      residentId,
      secret: await startSession({ residentId, cameBy: 'openid' }, { db: transaction }),
    })
  })
}

async function hasAccount(transaction: Transaction, { phone }: { phone: string }): Promise<boolean> {
  const rows = await transaction
    .select({ id: residents.id })
    .from(residents)
    .where(eq(residents.phoneLookup, personalLookup({ kind: 'phone', value: phone })))
  return rows.length > 0
}
