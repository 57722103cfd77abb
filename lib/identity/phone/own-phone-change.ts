import { and, desc, eq, ne } from 'drizzle-orm'
import { phoneChanges, residents, sessions } from '@/db/schema'
import { recordAccountChange } from '@/lib/audit'
import type { Language } from '@/lib/notifications'
import type { Database, Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type CheckedCode, checkOneTimeCode, consumeOneTimeCode, sendOneTimeCode } from '../one-time-codes'
import type { SignInFailure } from '../resident-sign-in'
import type { ResidentViewer } from '../sessions'
import { type PhoneChange, phoneIsFree, putInEffect, stillWaits } from './put-in-effect'

export type OwnPhoneChange = { newPhone: string; oldPhone: string; needsOldPhone: boolean }

/**
 * Begins a change of one's own phone: a code to the new one, and to the old one unless the resident came in by
 * OpenID Connect, whose word stands in for a phone that is lost.
 */
export async function askForOwnPhoneChange(
  {
    viewer,
    newPhone,
    language,
    address,
  }: { viewer: ResidentViewer; newPhone: string; language: Language; address: string },
  { db }: { db: Database },
): Promise<Result<null, 'same-phone' | 'too-many' | 'not-while-assisted'>> {
  if (viewer.assistedBy) return failed('not-while-assisted')
  const [resident] = await db.select().from(residents).where(eq(residents.id, viewer.residentId))
  const oldPhone = resident?.phone ?? viewer.phone
  if (oldPhone === newPhone) return failed('same-phone')
  const way = await wayOf({ viewer }, { db })
  // Too soon: a code went out less than a minute ago and still counts.
  const toNew = await sendOneTimeCode({ purpose: 'take-phone', phone: newPhone, language, address }, { db })
  if (!toNew.ok && toNew.failure === 'too-many') return failed('too-many', toNew.details)
  if (way === 'both-phones') {
    const toOld = await sendOneTimeCode(
      { purpose: 'give-up-phone', phone: oldPhone, language, address },
      { db },
    )
    if (!toOld.ok && toOld.failure === 'too-many') return failed('too-many', toOld.details)
  }
  await db.insert(phoneChanges).values({ residentId: viewer.residentId, way, oldPhone, newPhone })
  return done(null)
}

async function wayOf(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<'both-phones' | 'openid'> {
  const [session] = await db
    .select({ cameBy: sessions.residentCameBy })
    .from(sessions)
    .where(eq(sessions.id, viewer.sessionId))
  return session?.cameBy === 'openid' ? 'openid' : 'both-phones'
}

/** The change that a resident has begun and not finished. */
export async function findOwnPhoneChange(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<OwnPhoneChange | null> {
  const change = await newestWaiting({ viewer }, { db })
  if (!change) return null
  const { newPhone, oldPhone, way } = change
  return { newPhone, oldPhone, needsOldPhone: way === 'both-phones' }
}

async function newestWaiting(
  { viewer }: { viewer: ResidentViewer },
  { db }: { db: Queryable },
): Promise<PhoneChange | undefined> {
  const [change] = await db
    .select()
    .from(phoneChanges)
    .where(and(eq(phoneChanges.residentId, viewer.residentId), ne(phoneChanges.way, 'office'), stillWaits()))
    .orderBy(desc(phoneChanges.askedAt))
    .limit(1)
  return change
}

type CodeFailure = Exclude<SignInFailure, 'frozen'>

/** Finishes it with the codes of both phones; `which` says whose code was wrong. */
export async function finishOwnPhoneChange(
  {
    viewer,
    newCode,
    oldCode,
    objectionHours,
  }: { viewer: ResidentViewer; newCode: string; oldCode: string | null; objectionHours: number },
  { db }: { db: Database },
): Promise<Result<null, CodeFailure | 'nothing-begun' | 'phone-in-use'>> {
  const change = await newestWaiting({ viewer }, { db })
  if (!change) return failed('nothing-begun')
  const codes = await checkCodes({ change, newCode, oldCode }, { db })
  if (!codes.ok) return codes
  return db.transaction(async transaction => {
    const free = await phoneIsFree(transaction, { phone: change.newPhone, residentId: viewer.residentId })
    if (!free.ok) return free
    for (const code of codes.value) {
      const consumed = await consumeOneTimeCode(transaction, code)
      if (!consumed.ok) return consumed
    }
    const { emptyAccount } = free.value
    const effective = await putInEffect(transaction, {
      change,
      emptyAccount,
      objectionHours,
      keptSessionId: viewer.sessionId,
    })
    if (!effective.ok) return failed('nothing-begun')
    await recordAccountChange(transaction, { residentId: viewer.residentId, action: 'phone-changed' })
    return done(null)
  })
}

async function checkCodes(
  { change, newCode, oldCode }: { change: PhoneChange; newCode: string; oldCode: string | null },
  { db }: { db: Database },
): Promise<Result<CheckedCode[], CodeFailure>> {
  const ofNew = await checkOneTimeCode(
    { purpose: 'take-phone', phone: change.newPhone, code: newCode },
    { db },
  )
  if (!ofNew.ok) return failed(ofNew.failure, { ...ofNew.details, which: 'new' })
  if (change.way === 'openid') return done([ofNew.value])
  const ofOld = await checkOneTimeCode(
    { purpose: 'give-up-phone', phone: change.oldPhone, code: oldCode ?? '' },
    { db },
  )
  if (!ofOld.ok) return failed(ofOld.failure, { ...ofOld.details, which: 'old' })
  return done([ofNew.value, ofOld.value])
}
