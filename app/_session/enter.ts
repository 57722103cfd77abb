import { cookies } from 'next/headers'
import { endSession, longestSessionSeconds } from '@/lib/identity'
import { service } from '../_service'
import { sealSessionSecret, sessionCookieName, sessionCookieOptions } from './cookie'
import { currentSecret } from './viewer'

/** Gives the browser the cookie of a session that has just started; the one that it had before ends. */
export async function enter(secret: string): Promise<void> {
  const earlier = await currentSecret()
  if (earlier) await endSession(earlier, service())
  const cookieJar = await cookies()
  cookieJar.set(sessionCookieName(), await sealSessionSecret(secret), {
    ...sessionCookieOptions(),
    maxAge: longestSessionSeconds,
  })
}
