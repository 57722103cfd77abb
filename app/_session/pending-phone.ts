import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { readPhoneNumber } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { isSecure } from './cookie'

const cookieName = 'sign-in-phone'
const keptForSeconds = 15 * 60

function sealing() {
  // The salt makes a key of its own: this cookie never opens as a session, nor a session's as this.
  return { secret: environment().NEXTAUTH_SECRET, salt: cookieName }
}

function options() {
  return { httpOnly: true, sameSite: 'lax', path: '/sign-in', secure: isSecure() } as const
}

/** Keeps a phone between typing it and typing its code, sealed in the browser: never in an address. */
export async function keepPendingPhone(phone: string): Promise<void> {
  const value = await encode({ token: { phone }, maxAge: keptForSeconds, ...sealing() })
  const cookieJar = await cookies()
  cookieJar.set(cookieName, value, { ...options(), maxAge: keptForSeconds })
}

/** The phone to which a code was sent from this browser, or null for anything that we did not seal. */
export async function pendingPhone(): Promise<string | null> {
  const cookie = (await cookies()).get(cookieName)
  if (!cookie) return null
  try {
    const token = await decode({ token: cookie.value, ...sealing() })
    const phone = readPhoneNumber(typeof token?.phone === 'string' ? token.phone : '')
    return phone.ok ? phone.value : null
  } catch {
    return null // Expired, changed, or sealed with another key.
  }
}

/** Signed in: the phone is not needed any more. */
export async function forgetPendingPhone(): Promise<void> {
  const cookieJar = await cookies()
  cookieJar.set(cookieName, '', { ...options(), maxAge: 0 })
}
