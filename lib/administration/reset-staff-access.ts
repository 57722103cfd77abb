import { and, eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import { recordChange } from '@/lib/audit'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { giveAccess, newAccess } from './give-access'

/**
 * Lets a member of staff in again who lost everything, from the server's own terminal: for the administrator whom
 * no other can help. The account sets up its password and second factor anew at the next sign-in.
 *
 * @returns the initial password, which is kept nowhere and so can be shown only now
 */
export async function resetStaffAccess(
  { signInName }: { signInName: string },
  { db }: { db: Database },
): Promise<Result<{ staffNumber: string; initialPassword: string }, 'no-such-account'>> {
  const access = await newAccess()
  return db.transaction(async transaction => {
    const [member] = await transaction
      .select({ id: staff.id, email: staff.email, staffNumber: staff.staffNumber })
      .from(staff)
      .where(and(eq(staff.signInName, signInName), eq(staff.active, true)))
      .for('update')
    if (!member) return failed('no-such-account')
    await giveAccess(transaction, { member, access })
    const { staffNumber } = member
    await recordChange(transaction, { viewer: null, action: 'staff-factor-reset', details: { staffNumber } })
    return done({ staffNumber, initialPassword: access.initialPassword })
  })
}
