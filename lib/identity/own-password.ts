import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import { notifyStaff } from '@/lib/notifications'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { type PasswordFailure, whyNotThisPassword } from './password-rules'
import { hashPassword, verifyPassword } from './passwords'
import { endSessionsOfStaff } from './second-factor/begin-work'
import { recordOwnChange } from './second-factor/record-own-change'
import type { FirstStep } from './sessions'

export type OwnPasswordFailure = PasswordFailure | 'different' | 'same-as-before'

type Wish = { password: string; again: string }

/** A newcomer puts a password of their own in the place of the one that they were handed. */
export async function chooseOwnPassword(
  { firstStep, ...wish }: { firstStep: FirstStep } & Wish,
  { db }: { db: Database },
): Promise<Result<null, OwnPasswordFailure>> {
  return setPassword({ ...firstStep, ...wish }, db)
}

async function setPassword(
  { staffId, sessionId, password, again }: { staffId: string; sessionId: string } & Wish,
  db: Database,
): Promise<Result<null, OwnPasswordFailure>> {
  const [member] = await db.select().from(staff).where(eq(staff.id, staffId))
  if (!member) throw new Error('a session belongs to somebody')
  const why = whyNotThisPassword({ password, account: [member.signInName, member.staffNumber] })
  if (why) return failed(why)
  if (password !== again) return failed('different')
  if (await verifyPassword({ password, passwordHash: member.passwordHash })) return failed('same-as-before')
  const passwordHash = await hashPassword(password)
  return db.transaction(async transaction => {
    await transaction
      .update(staff)
      .set({ passwordHash, initialPasswordUntil: null })
      .where(eq(staff.id, staffId))
    await endSessionsOfStaff(transaction, { staffId, except: sessionId, because: 'password-changed' })
    await recordOwnChange(transaction, {
      staffId,
      staffNumber: member.staffNumber,
      action: 'staff-password-changed',
    })
    await notifyStaff(transaction, {
      member,
      template: 'staff-password-changed',
      values: { link: '/staff' },
    })
    return done(null)
  })
}
