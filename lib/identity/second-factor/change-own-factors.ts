import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { StaffViewer } from '../sessions'
import { removeAuthenticator } from './authenticators'
import { factorsOf, keepFactor, lockMember, type NewFactor, type NewFactorFailure } from './own-factors'
import { removePasskey } from './passkeys'
import { hasRecentFactor } from './recent-factor'
import { recordOwnChange } from './record-own-change'
import { renewRecoveryCodes } from './recovery-codes'

type Context = { db: Database }

/** A further passkey, or another app in the place of the one before. */
export async function addFactor(
  { viewer, factor }: { viewer: StaffViewer; factor: NewFactor },
  { db }: Context,
): Promise<Result<null, NewFactorFailure | 'second-factor-needed'>> {
  return withRecentFactor({ viewer, db }, transaction => keepFactor(transaction, { ...viewer, factor }))
}

/** What of one's factors is to go: the app, or one passkey. */
export type FactorToRemove = 'authenticator' | { credentialId: string }

/** Forgets the app, or a passkey of a device that is gone; something must be left to show. */
export async function removeFactor(
  { viewer, factor }: { viewer: StaffViewer; factor: FactorToRemove },
  { db }: Context,
): Promise<Result<null, 'no-such-factor' | 'last-factor' | 'second-factor-needed'>> {
  return withRecentFactor({ viewer, db }, async transaction => {
    const { authenticatorSince: since, passkeys } = await factorsOf(transaction, viewer)
    const isApp = factor === 'authenticator'
    const isThere = isApp
      ? since !== null
      : passkeys.some(({ credentialId }) => credentialId === factor.credentialId)
    if (!isThere) return failed('no-such-factor')
    if ((since === null ? 0 : 1) + passkeys.length === 1) return failed('last-factor')
    const { staffId, staffNumber } = viewer
    if (isApp) await removeAuthenticator(transaction, { staffId })
    else await removePasskey(transaction, { staffId, credentialId: factor.credentialId })
    await recordOwnChange(transaction, {
      staffId,
      staffNumber,
      action: isApp ? 'staff-authenticator-removed' : 'staff-passkey-removed',
      template: 'staff-factor-removed',
    })
    return done(null)
  })
}

/** Ten new recovery codes, which can be shown only now; the earlier ones open nothing any more. */
export async function makeRecoveryCodes(
  { viewer }: { viewer: StaffViewer },
  { db }: Context,
): Promise<Result<{ recoveryCodes: string[] }, 'second-factor-needed'>> {
  return withRecentFactor({ viewer, db }, async transaction => {
    const { staffId, staffNumber } = viewer
    const recoveryCodes = await renewRecoveryCodes(transaction, { staffId })
    const renewed = 'staff-recovery-codes-renewed'
    await recordOwnChange(transaction, { staffId, staffNumber, action: renewed, template: renewed })
    return done({ recoveryCodes })
  })
}

/** The frame of these commands; two of them at once, in two windows, wait for each other. */
async function withRecentFactor<Value, Failure extends string>(
  { viewer, db }: { viewer: StaffViewer } & Context,
  change: (transaction: Transaction) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | 'second-factor-needed'>> {
  return db.transaction(async transaction => {
    await lockMember(transaction, viewer)
    if (!(await hasRecentFactor(transaction, { viewer }))) return failed('second-factor-needed')
    return change(transaction)
  })
}
