import type { Queryable } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readOneTimeCode } from '../one-time-codes'
import { takeTotp } from './authenticators'
import { takePasskey } from './passkeys'
import { takeRecoveryCode } from './recovery-codes'

/** A second factor as somebody shows it. */
export type ShownFactor =
  | { kind: 'code'; code: string }
  | { kind: 'recovery-code'; code: string }
  | { kind: 'passkey'; answer: string }

export type FactorFailure = 'empty-code' | 'not-six-digits' | 'wrong-code' | 'code-used' | 'wrong-passkey'

/** What is wrong with a code by its form alone, before a try is counted. */
export function whyNotThisForm(shown: ShownFactor): FactorFailure | null {
  if (shown.kind === 'passkey') return null
  if (shown.kind === 'recovery-code') return shown.code.trim() === '' ? 'empty-code' : null
  const read = readOneTimeCode(shown.code)
  return read.ok ? null : read.failure
}

/** Checks a factor of this person and uses it up: no code and no signature counts twice. */
export async function takeFactor(
  db: Queryable,
  { staffId, sessionId, shown }: { staffId: string; sessionId: string; shown: ShownFactor },
): Promise<Result<null, FactorFailure>> {
  if (shown.kind === 'passkey') return takePasskey(db, { staffId, sessionId, answer: shown.answer })
  if (shown.kind === 'recovery-code') {
    const taken = await takeRecoveryCode(db, { staffId, typed: shown.code })
    return taken ? done(null) : failed('wrong-code')
  }
  const code = readOneTimeCode(shown.code)
  return code.ok ? takeTotp(db, { staffId, code: code.value }) : code
}
