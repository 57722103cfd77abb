import { decode, encode } from 'next-auth/jwt'
import { longestSessionSeconds } from '@/lib/identity'
import { environment } from '@/lib/platform/env'

/** Whether browsers reach us by HTTPS, so that cookies may be marked for it. */
export function isSecure(): boolean {
  return environment().PUBLIC_URL.startsWith('https://')
}

/**
 * A cookie's name with the strictest prefix that its path allows (RFC 6265bis 4.1.3): `__Host-` for this host alone,
 * by HTTPS and for every path; `__Secure-` for one that goes along to some paths only.
 */
export function protectedName(
  { name, path }: { name: string; path: string },
  { secure = isSecure() }: { secure?: boolean } = {},
): string {
  if (!secure) return name
  return path === '/' ? `__Host-${name}` : `__Secure-${name}`
}

export function sessionCookieName(): string {
  return protectedName({ name: 'session', path: '/' })
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
