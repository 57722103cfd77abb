import { and, eq, sql } from 'drizzle-orm'
import { staff } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import { forgetTries } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { verifyPassword } from './passwords'
import { type Place, takePasswordTry } from './second-factor/tries'
import { startFirstStep } from './sessions'

/**
 * The first step of staff: name and password. It leads to the second factor (`showSecondFactor`) or, for
 * newcomers, to setting one up. An unknown name, a wrong password and an account that is no longer active get
 * one answer for the same work.
 */
export async function signInStaff(
  { signInName, password, place }: { signInName: string; password: string; place: Place },
  { db }: { db: Database },
): Promise<Result<{ secret: string }, 'wrong-name-or-password' | 'paused' | 'initial-password-expired'>> {
  const account = accountName(signInName)
  const allowed = await takePasswordTry({ account, place }, { db })
  if (!allowed.ok) return allowed
  const member = await findMember({ account }, { db })
  const right = await verifyPassword({ password, passwordHash: member?.passwordHash ?? null })
  if (!right || !member) return failed('wrong-name-or-password')
  if (member.isExpired) return failed('initial-password-expired')
  return db.transaction(async transaction => {
    await forgetTries(allowed.value.bucket, { db: transaction })
    return done({ secret: await startFirstStep({ staffId: member.id }, { db: transaction }) })
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
): Promise<{ id: string; passwordHash: string; isExpired: boolean } | undefined> {
  const [member] = await db
    .select({
      id: staff.id,
      passwordHash: staff.passwordHash,
      isExpired: sql<boolean>`coalesce(${staff.initialPasswordUntil} < service_now(), false)`,
    })
    .from(staff)
    .where(and(eq(staff.signInName, account), eq(staff.active, true)))
  return member
}
