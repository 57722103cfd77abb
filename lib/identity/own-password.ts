import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import { forgetTries, takeTry } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { type PasswordFailure, whyNotThisPassword } from './password-rules'
import { hashPassword, verifyPassword } from './passwords'
import { endSessionsOfStaff } from './second-factor/begin-work'
import { hasRecentFactor } from './second-factor/recent-factor'
import { recordOwnChange } from './second-factor/record-own-change'
import type { FirstStep, StaffViewer } from './sessions'

export type OwnPasswordFailure = PasswordFailure | 'different' | 'same-as-before'

type Wish = { password: string; again: string }

/** A newcomer puts a password of their own in the place of the one that they were handed. */
export async function chooseOwnPassword(
  { firstStep, ...wish }: { firstStep: FirstStep } & Wish,
  { db }: { db: Database },
): Promise<Result<null, OwnPasswordFailure>> {
  return setPassword({ ...firstStep, ...wish }, db)
}

/** Somebody who is signed in changes their password; whoever else is signed in with the old one is signed out. */
export async function changeOwnPassword(
  { viewer, current, ...wish }: { viewer: StaffViewer; current: string } & Wish,
  { db }: { db: Database },
): Promise<Result<null, OwnPasswordFailure | 'wrong-password' | 'paused' | 'second-factor-needed'>> {
  if (!(await hasRecentFactor(db, { viewer }))) return failed('second-factor-needed')
  const tries = { kind: 'staff-own-password', value: viewer.sessionId }
  const allowed = await takeTry(tries, { db })
  if (!allowed.ok) return allowed
  const { passwordHash } = await memberOf(db, viewer)
  if (!(await verifyPassword({ password: current, passwordHash }))) return failed('wrong-password')
  await forgetTries(tries, { db })
  return setPassword({ ...viewer, ...wish }, db)
}

async function setPassword(
  { staffId, sessionId, password, again }: { staffId: string; sessionId: string } & Wish,
  db: Database,
): Promise<Result<null, OwnPasswordFailure>> {
  const { signInName, staffNumber, passwordHash: before } = await memberOf(db, { staffId })
  const why = whyNotThisPassword({ password, account: [signInName, staffNumber] })
  if (why) return failed(why)
  if (password !== again) return failed('different')
  if (await verifyPassword({ password, passwordHash: before })) return failed('same-as-before')
  const passwordHash = await hashPassword(password)
  return db.transaction(async transaction => {
    await transaction
      .update(staff)
      .set({ passwordHash, initialPasswordUntil: null })
      .where(eq(staff.id, staffId))
    await endSessionsOfStaff(transaction, { staffId, except: sessionId, because: 'password-changed' })
    const changed = 'staff-password-changed'
    await recordOwnChange(transaction, { staffId, staffNumber, action: changed, template: changed })
    return done(null)
  })
}

async function memberOf(db: Database, { staffId }: { staffId: string }): Promise<typeof staff.$inferSelect> {
  const [member] = await db.select().from(staff).where(eq(staff.id, staffId))
  if (!member) throw new Error('a session belongs to somebody')
  return member
}
