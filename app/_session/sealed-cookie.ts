import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { environment } from '@/lib/platform/env'
import { isSecure, protectedName } from './cookie'

type SealedCookie = { name: string; path: string; seconds: number }

function sealing({ name }: SealedCookie) {
  // The salt makes a key of its own: this cookie never opens as a session, nor a session's or another's as this.
  return { secret: environment().NEXTAUTH_SECRET, salt: name }
}

function options({ path }: SealedCookie) {
  return { httpOnly: true, sameSite: 'lax', path, secure: isSecure() } as const
}

/** Words as the cookie keeps them. */
export function sealWords(cookie: SealedCookie, words: Record<string, string>): Promise<string> {
  return encode({ token: words, maxAge: cookie.seconds, ...sealing(cookie) })
}

/** Keeps words between two steps sealed in the browser: never in an address, and no use to anybody else. */
export async function keepSealed(cookie: SealedCookie, words: Record<string, string>): Promise<void> {
  const value = await sealWords(cookie, words)
  const cookieJar = await cookies()
  cookieJar.set(protectedName(cookie), value, { ...options(cookie), maxAge: cookie.seconds })
}

/** The words that this browser keeps, or none for anything that we did not seal. */
export async function openSealed(cookie: SealedCookie): Promise<Record<string, unknown>> {
  const kept = (await cookies()).get(protectedName(cookie))
  if (!kept) return {}
  try {
    return (await decode({ token: kept.value, ...sealing(cookie) })) ?? {}
  } catch {
    return {} // Expired, changed, or sealed with another key.
  }
}

/** The step is done: the words are not needed any more. */
export async function forgetSealed(cookie: SealedCookie): Promise<void> {
  const cookieJar = await cookies()
  cookieJar.set(protectedName(cookie), '', { ...options(cookie), maxAge: 0 })
}

/** A word as text, '' where there is none. */
export function wordOf(words: Record<string, unknown>, name: string): string {
  const word = words[name]
  return typeof word === 'string' ? word : ''
}
