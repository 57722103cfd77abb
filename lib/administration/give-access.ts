import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import {
  endSessionsOfStaff,
  forgetFactors,
  hashPassword,
  initialPasswordUntil,
  newInitialPassword,
} from '@/lib/identity'
import { notifyStaff } from '@/lib/notifications'
import type { Transaction } from '@/lib/platform/database'

export type Access = { initialPassword: string; passwordHash: string }

/** A new initial password; made before the transaction that gives it, since hashing takes its time. */
export async function newAccess(): Promise<Access> {
  const initialPassword = newInitialPassword()
  return { initialPassword, passwordHash: await hashPassword(initialPassword) }
}

/**
 * Gives a member of staff a new initial password. All that they could show before opens nothing any more, who is
 * signed in is signed out, and the holder is told. The password goes with the second factor: with the old one
 * alone, whoever knows it could set up a factor of their own.
 */
export async function giveAccess(
  transaction: Transaction,
  { member, access: { passwordHash } }: { member: { id: string; email: string | null }; access: Access },
): Promise<void> {
  await transaction.update(staff).set({ passwordHash, initialPasswordUntil }).where(eq(staff.id, member.id))
  await forgetFactors(transaction, { staffId: member.id })
  await endSessionsOfStaff(transaction, { staffId: member.id, because: 'factor-reset' })
  await notifyStaff(transaction, {
    member,
    template: 'staff-factor-reset',
    values: { link: '/staff/sign-in' },
  })
}
