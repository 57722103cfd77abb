import { eq, sql } from 'drizzle-orm'
import { staff } from '@/db/schema'
import { recordChange } from '@/lib/audit'
import { hashPassword, initialPasswordUntil, newInitialPassword } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { isSignInName, isStaffNumber } from './staff-rules'

/**
 * Gives a new service its first administrator, from the server's own terminal; everybody else is added by one.
 *
 * @returns the initial password, which is kept nowhere and so can be shown only now
 */
export async function addFirstAdministrator(
  { name, signInName, staffNumber }: { name: string; signInName: string; staffNumber: string },
  { db }: { db: Database },
): Promise<
  Result<
    { initialPassword: string },
    'name-missing' | 'not-a-sign-in-name' | 'not-a-staff-number' | 'there-is-one' | 'taken'
  >
> {
  if (!name) return failed('name-missing')
  if (!isSignInName(signInName)) return failed('not-a-sign-in-name')
  if (!isStaffNumber(staffNumber)) return failed('not-a-staff-number')
  const initialPassword = newInitialPassword()
  const passwordHash = await hashPassword(initialPassword)
  return db.transaction(async transaction => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('addFirstAdministrator'))`)
    const [other] = await transaction
      .select({ id: staff.id })
      .from(staff)
      .where(eq(staff.role, 'administrator'))
      .limit(1)
    if (other) return failed('there-is-one')
    const added = await transaction
      .insert(staff)
      .values({ signInName, staffNumber, name, role: 'administrator', passwordHash, initialPasswordUntil })
      .onConflictDoNothing()
      .returning({ id: staff.id })
    if (added.length === 0) return failed('taken')
    await recordChange(transaction, {
      viewer: null,
      action: 'first-administrator-added',
      details: { staffNumber },
    })
    return done({ initialPassword })
  })
}
