import { eq } from 'drizzle-orm'
import { staff, staffAuthenticators, staffPasskeys, staffRecoveryCodes } from '@/db/schema'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { FirstStep } from '../sessions'
import { authenticatorSince, confirmAuthenticator } from './authenticators'
import { beginWork } from './begin-work'
import { keepNewPasskey, type Passkey, passkeysOf } from './passkeys'
import { recordOwnChange } from './record-own-change'
import { recoveryCodesLeft, renewRecoveryCodes } from './recovery-codes'
import { type Place, rememberDevice } from './tries'

/** A factor that is being set up: the first code of an app, or what a device answered, under a name. */
export type NewFactor = { kind: 'code'; code: string } | { kind: 'passkey'; answer: string; name: string }
export type NewFactorFailure = 'wrong-code' | 'wrong-passkey' | 'too-many-passkeys'

/**
 * A newcomer's first factor: with it their first session begins, and they get the recovery codes that can be
 * shown only now. Whoever has a factor already must show that one; the password alone never adds another.
 */
export async function setUpFirstFactor(
  { firstStep, factor, place }: { firstStep: FirstStep; factor: NewFactor; place: Place },
  { db }: { db: Database },
): Promise<Result<{ secret: string; recoveryCodes: string[] }, NewFactorFailure | 'not-first'>> {
  const { staffId, signInName: account } = firstStep
  return db.transaction(async transaction => {
    await lockMember(transaction, { staffId })
    if (firstStep.hasInitialPassword || (await hasAny(transaction, { staffId }))) return failed('not-first')
    const kept = await keepFactor(transaction, { ...firstStep, factor })
    if (!kept.ok) return kept
    const recoveryCodes = await renewRecoveryCodes(transaction, { staffId })
    await rememberDevice({ account, place }, { db: transaction })
    return done({ secret: await beginWork(transaction, firstStep), recoveryCodes })
  })
}

export type OwnFactors = { authenticatorSince: Date | null; passkeys: Passkey[]; recoveryCodesLeft: number }

/** What a member of staff can show. */
export async function factorsOf(db: Queryable, { staffId }: { staffId: string }): Promise<OwnFactors> {
  const [since, passkeys, left] = await Promise.all([
    authenticatorSince(db, { staffId }),
    passkeysOf(db, { staffId }),
    recoveryCodesLeft(db, { staffId }),
  ])
  return { authenticatorSince: since, passkeys, recoveryCodesLeft: left }
}

async function hasAny(db: Queryable, { staffId }: { staffId: string }): Promise<boolean> {
  const { authenticatorSince: since, passkeys } = await factorsOf(db, { staffId })
  return since !== null || passkeys.length > 0
}

type Holder = { staffId: string; sessionId: string; staffNumber: string }

/** Keeps a factor that was shown to work, logs it and tells its owner. */
export async function keepFactor(
  transaction: Transaction,
  { staffId, sessionId, staffNumber, factor }: Holder & { factor: NewFactor },
): Promise<Result<null, NewFactorFailure>> {
  const kept =
    factor.kind === 'code'
      ? await confirmAuthenticator(transaction, { staffId, code: factor.code })
      : await keepNewPasskey(transaction, { staffId, sessionId, ...factor })
  if (!kept.ok) return kept
  const details = { factor: factor.kind === 'code' ? 'authenticator' : 'passkey' }
  const setUp = 'staff-factor-set-up'
  await recordOwnChange(transaction, { staffId, staffNumber, details, action: setUp, template: setUp })
  return kept
}

/** Forgets all that a member of staff could show: it was lost, and is set up anew with an initial password. */
export async function forgetFactors(
  transaction: Transaction,
  { staffId }: { staffId: string },
): Promise<void> {
  for (const table of [staffAuthenticators, staffPasskeys, staffRecoveryCodes]) {
    await transaction.delete(table).where(eq(table.staffId, staffId))
  }
}

/** Two set-ups at once, in two windows, wait for each other. */
export async function lockMember(transaction: Transaction, { staffId }: { staffId: string }): Promise<void> {
  await transaction.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId)).for('update')
}
