import { and, eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import { type Bucket, forgetTries, isNoted, note, takeFromLimit, takeTry } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { verifyPassword } from './passwords'
import { startSession } from './sessions'

/** All addresses together that never signed in to this account before; a colleague's own place is not counted. */
const triesFromElsewhere = { limit: 50, windowSeconds: 3_600 }
const daysAnAddressIsKnown = 30

/**
 * Signs a member of staff in. Five wrong tries in a row from one address bring a pause that grows; tries from
 * many strange addresses bring one for strange addresses only, so that nobody can lock a colleague out.
 * An unknown name, a wrong password and an account that is no longer active get one answer in the same time.
 *
 * @param address the client's network address
 */
export async function signInStaff(
  { signInName, password, address }: { signInName: string; password: string; address: string },
  { db }: { db: Database },
): Promise<Result<{ secret: string; staffId: string }, 'wrong-name-or-password' | 'paused'>> {
  const account = accountName(signInName)
  const here: Bucket = { kind: 'staff-sign-in', value: `${account}\0${address}` }
  const known: Bucket = { kind: 'staff-known-address', value: `${account}\0${address}` }
  const allowed = await takeTry(here, { db })
  if (!allowed.ok) return allowed
  if (!(await isNoted(known, { db }))) {
    const elsewhere = await takeFromLimit(
      { bucket: { kind: 'staff-sign-in-from-elsewhere', value: account }, ...triesFromElsewhere },
      { db },
    )
    if (!elsewhere.ok)
      return failed('paused', { retryAfterSeconds: elsewhere.details.retryAfterSeconds ?? 0 })
  }
  const member = await findMember({ account }, { db })
  const right = await verifyPassword({ password, passwordHash: member?.passwordHash ?? null })
  if (!right || !member) return failed('wrong-name-or-password')
  return db.transaction(async transaction => {
    await forgetTries(here, { db: transaction })
    await note({ bucket: known, days: daysAnAddressIsKnown }, { db: transaction })
    const secret = await startSession({ staffId: member.id }, { db: transaction })
    return done({ secret, staffId: member.id })
  })
}

/** A name that PostgreSQL cannot hold is nobody's. */
function accountName(typed: string): string {
  const account = typed.normalize('NFKC').trim().toLowerCase()
  return account.length <= 100 && !account.includes('\0') ? account : ''
}

async function findMember(
  { account }: { account: string },
  { db }: { db: Database },
): Promise<{ id: string; passwordHash: string } | undefined> {
  const [member] = await db
    .select({ id: staff.id, passwordHash: staff.passwordHash })
    .from(staff)
    .where(and(eq(staff.signInName, account), eq(staff.active, true)))
  return member
}
