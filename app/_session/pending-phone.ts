import { readPhoneNumber } from '@/lib/identity'
import { forgetSealed, keepSealed, openSealed, wordOf } from './sealed-cookie'

const cookie = { name: 'sign-in-phone', path: '/sign-in', seconds: 15 * 60 }

/** Keeps a phone between typing it and typing its code, sealed in the browser: never in an address. */
export async function keepPendingPhone(phone: string): Promise<void> {
  await keepSealed(cookie, { phone })
}

/** The phone to which a code was sent from this browser, or null for anything that we did not seal. */
export async function pendingPhone(): Promise<string | null> {
  const phone = readPhoneNumber(wordOf(await openSealed(cookie), 'phone'))
  return phone.ok ? phone.value : null
}

/** Signed in: the phone is not needed any more. */
export async function forgetPendingPhone(): Promise<void> {
  await forgetSealed(cookie)
}
