import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { FirstStep } from '../sessions'
import { beginWork } from './begin-work'
import { recordOwnChange } from './record-own-change'
import { type FactorFailure, type ShownFactor, takeFactor, whyNotThisForm } from './shown-factor'
import { type Place, rememberPlace, takeFactorTry } from './tries'

/**
 * The second step of staff: an authenticator's code, a passkey or a recovery code. The session that it starts is
 * a new one with a secret of its own, in the place of the first step's.
 */
export async function showSecondFactor(
  { firstStep, shown, place }: { firstStep: FirstStep; shown: ShownFactor; place: Place },
  { db }: { db: Database },
): Promise<Result<{ secret: string }, FactorFailure | 'paused' | 'initial-password'>> {
  const { staffId, sessionId, signInName: account } = firstStep
  if (firstStep.hasInitialPassword) return failed('initial-password')
  const wrongForm = whyNotThisForm(shown)
  if (wrongForm) return failed(wrongForm)
  const allowed = await takeFactorTry({ account, place }, { db })
  if (!allowed.ok) return allowed
  // In statements of its own: no failure of what follows gives a code or a try back.
  const taken = await takeFactor(db, { staffId, sessionId, shown })
  if (!taken.ok) return taken
  return db.transaction(async transaction => {
    await rememberPlace({ account, place, bucket: allowed.value.bucket }, { db: transaction })
    if (shown.kind === 'recovery-code') {
      const { staffNumber } = firstStep
      const used = 'staff-recovery-code-used'
      await recordOwnChange(transaction, { staffId, staffNumber, action: used, template: used })
    }
    return done({ secret: await beginWork(transaction, firstStep) })
  })
}
