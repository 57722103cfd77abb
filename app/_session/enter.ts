import { cookies } from 'next/headers'
import { longestSessionSeconds } from '@/lib/identity'
import { sealSessionSecret, sessionCookieName, sessionCookieOptions } from './cookie'

/** Gives the browser the cookie of a session that has just started. */
export async function enter(secret: string): Promise<void> {
  const cookieJar = await cookies()
  cookieJar.set(sessionCookieName(), await sealSessionSecret(secret), {
    ...sessionCookieOptions(),
    maxAge: longestSessionSeconds,
  })
}
