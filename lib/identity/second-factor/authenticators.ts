import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { staffAuthenticators } from '@/db/schema'
import { type Queryable, serviceNow, type Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { newTotpSecret, stepAt, stepOfTotp } from './totp'

const counts = isNotNull(staffAuthenticators.confirmedAt)
const isBeingSetUp = isNull(staffAuthenticators.confirmedAt)

/** The secret of the app that a person is setting up; the same until they show its first code. */
export async function secretToSetUp(db: Queryable, { staffId }: { staffId: string }): Promise<string> {
  await db
    .insert(staffAuthenticators)
    .values({ staffId, secret: newTotpSecret() })
    .onConflictDoNothing({ target: staffAuthenticators.staffId, where: isBeingSetUp })
  const [row] = await db
    .select({ secret: staffAuthenticators.secret })
    .from(staffAuthenticators)
    .where(and(eq(staffAuthenticators.staffId, staffId), isBeingSetUp))
  if (!row) throw new Error('the secret to set up was not kept')
  return row.secret
}

/** The app shows a right code: it counts from now on, and the one before it counts no more. */
export async function confirmAuthenticator(
  transaction: Transaction,
  { staffId, code }: { staffId: string; code: string },
): Promise<Result<null, 'wrong-code'>> {
  const [found] = await transaction
    .select({ id: staffAuthenticators.id, secret: staffAuthenticators.secret })
    .from(staffAuthenticators)
    .where(and(eq(staffAuthenticators.staffId, staffId), isBeingSetUp))
    .for('update')
  const step = found && stepOfTotp({ secret: found.secret, code, at: await serviceNow(transaction) })
  if (!found || step === null || step === undefined) return failed('wrong-code')
  await transaction.delete(staffAuthenticators).where(and(eq(staffAuthenticators.staffId, staffId), counts))
  await transaction
    .update(staffAuthenticators)
    .set({ confirmedAt: sql`service_now()`, lastStep: step })
    .where(eq(staffAuthenticators.id, found.id))
  return done(null)
}

/**
 * Takes a code of the app that counts. The last half-minute from which a code was taken is kept, so that no
 * code counts twice and none that was shown before it: one statement decides between two tries at once.
 */
export async function takeTotp(
  db: Queryable,
  { staffId, code }: { staffId: string; code: string },
): Promise<Result<null, 'wrong-code' | 'code-used'>> {
  const [found] = await db
    .select({ id: staffAuthenticators.id, secret: staffAuthenticators.secret })
    .from(staffAuthenticators)
    .where(and(eq(staffAuthenticators.staffId, staffId), counts))
  const now = await serviceNow(db)
  const step = found ? stepOfTotp({ secret: found.secret, code, at: now }) : null
  if (!found || step === null) return failed('wrong-code')
  // A step that lies ahead of any code was taken before a demo's clock was set back.
  const isLater = or(
    lt(staffAuthenticators.lastStep, step),
    gt(staffAuthenticators.lastStep, stepAt(now) + 1),
  )
  const taken = await db
    .update(staffAuthenticators)
    .set({ lastStep: step })
    .where(and(eq(staffAuthenticators.id, found.id), isLater))
    .returning({ id: staffAuthenticators.id })
  return taken.length === 1 ? done(null) : failed('code-used')
}

/** Since when a person's app counts; null where they have none. */
export async function authenticatorSince(
  db: Queryable,
  { staffId }: { staffId: string },
): Promise<Date | null> {
  const [row] = await db
    .select({ confirmedAt: staffAuthenticators.confirmedAt })
    .from(staffAuthenticators)
    .where(and(eq(staffAuthenticators.staffId, staffId), counts))
  return row?.confirmedAt ?? null
}

/** Forgets the app of a person that counts. */
export async function removeAuthenticator(
  transaction: Transaction,
  { staffId }: { staffId: string },
): Promise<void> {
  await transaction.delete(staffAuthenticators).where(and(eq(staffAuthenticators.staffId, staffId), counts))
}
