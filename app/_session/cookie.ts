import { decode, encode } from 'next-auth/jwt'
import { longestSessionSeconds } from '@/lib/identity'
import { environment } from '@/lib/platform/env'

/** Whether browsers reach us by HTTPS, so that cookies may be marked for it. */
export function isSecure(): boolean {
  return environment().PUBLIC_URL.startsWith('https://')
}

/** `__Host-`: this host only, HTTPS only, no other path (RFC 6265bis 4.1.3). */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-session' : 'session'
}

/** How the session's cookie is set, by our actions and by next-auth alike. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
}

/** The cookie's value: next-auth's encrypted token, in which only the session's secret travels. */
export function sealSessionSecret(secret: string): Promise<string> {
  return encode({
    token: { sid: secret },
    secret: environment().NEXTAUTH_SECRET,
    maxAge: longestSessionSeconds,
  })
}

/** The session's secret in a cookie's value, or null for anything that we did not seal. */
export async function openSessionSecret(value: string): Promise<string | null> {
  try {
    const token = await decode({ token: value, secret: environment().NEXTAUTH_SECRET })
    return typeof token?.sid === 'string' ? token.sid : null
  } catch {
    return null // Expired, changed, or sealed with another key: all of them are no session.
  }
}
