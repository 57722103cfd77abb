import { readEmailAddress } from '@/lib/identity'
import { forgetSealed, keepSealed, openSealed, wordOf } from './sealed-cookie'

/** An address that waits for its code. */
export const emailCookie = { name: 'account-email', path: '/account', seconds: 15 * 60 }

/** Keeps an e-mail address between typing it and typing its code, sealed in the browser: never in an address. */
export async function keepPendingEmail(email: string): Promise<void> {
  await keepSealed(emailCookie, { email })
}

/** The address to which a code was sent from this browser, or null for anything that we did not seal. */
export async function pendingEmail(): Promise<string | null> {
  const email = readEmailAddress(wordOf(await openSealed(emailCookie), 'email'))
  return email.ok ? email.value : null
}

/** Confirmed: the address is not needed here any more. */
export async function forgetPendingEmail(): Promise<void> {
  await forgetSealed(emailCookie)
}
