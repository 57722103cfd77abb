import { eq, sql } from 'drizzle-orm'
import { residents } from '@/db/schema'
import type { Language } from '@/lib/notifications'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { checkOneTimeCode, consumeOneTimeCode, sendOneTimeCode } from './one-time-codes'
import type { SignInFailure } from './resident-sign-in'
import type { ResidentViewer } from './sessions'

/** Sends a code to an e-mail address, which counts once its owner has typed the code here. */
export async function askToConfirmEmail(
  {
    viewer,
    email,
    language,
    address,
  }: { viewer: ResidentViewer; email: string; language: Language; address: string },
  { db }: { db: Database },
): Promise<Result<null, 'too-many' | 'not-while-assisted'>> {
  if (viewer.assistedBy) return failed('not-while-assisted')
  const sent = await sendOneTimeCode({ purpose: 'confirm-email', email, language, address }, { db })
  // Too soon: a code went out less than a minute ago and still counts.
  if (!sent.ok && sent.failure === 'too-many') return failed('too-many', sent.details)
  return done(null)
}

/** Keeps an address that its owner confirmed, and sends the news of their applications there from now on, too. */
export async function keepConfirmedEmail(
  { viewer, email, code }: { viewer: ResidentViewer; email: string; code: string },
  { db }: { db: Database },
): Promise<Result<null, Exclude<SignInFailure, 'frozen'>>> {
  const checked = await checkOneTimeCode({ purpose: 'confirm-email', email, code }, { db })
  if (!checked.ok) return checked
  return db.transaction(async transaction => {
    const consumed = await consumeOneTimeCode(transaction, checked.value)
    if (!consumed.ok) return consumed
    await transaction
      .update(residents)
      .set({ email, emailConfirmedAt: sql`service_now()`, emailFor: 'everything' })
      .where(eq(residents.id, viewer.residentId))
    return done(null)
  })
}

/** Forgets a resident's e-mail address. Forgetting it again changes nothing. */
export async function removeEmail(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<void> {
  await db
    .update(residents)
    .set({ email: null, emailConfirmedAt: null, emailFor: 'nothing' })
    .where(eq(residents.id, viewer.residentId))
}
