import { generateSecret, generateSync, generateURI, verifySync } from 'otplib'

/** What every authenticator app does without being told: six digits, half a minute, HMAC-SHA-1 (RFC 6238). */
const stepSeconds = 30

/** A new secret in base32: 160 bits, as RFC 4226 §4 recommends. */
export function newTotpSecret(): string {
  return generateSecret()
}

/** The code that an app shows at this moment. */
export function totpAt({ secret, at }: { secret: string; at: Date }): string {
  return generateSync({ secret, epoch: secondsOf(at) })
}

/**
 * In which half-minute an app showed this code: the present one, or the one before or after, since clocks of
 * phones differ and people type slowly. Null for any other.
 */
export function stepOfTotp({ secret, code, at }: { secret: string; code: string; at: Date }): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = secondsOf(at)
  const checked = verifySync({ secret, token: code, epoch, epochTolerance: stepSeconds })
  return checked.valid ? stepAt(at) + checked.delta : null
}

/** The number of the half-minute that a moment lies in. */
export function stepAt(at: Date): number {
  return Math.floor(secondsOf(at) / stepSeconds)
}

/** For how long an app still shows the code of this moment. */
export function secondsLeftOfStep(at: Date): number {
  return stepSeconds - (secondsOf(at) % stepSeconds)
}

/** What the QR code of a set-up says to an app. */
export function totpLink({
  secret,
  account,
  issuer,
}: {
  secret: string
  account: string
  issuer: string
}): string {
  return generateURI({ issuer, label: account, secret })
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1_000)
}
