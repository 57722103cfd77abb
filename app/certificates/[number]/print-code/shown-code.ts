import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { isSecure } from '@/app/_session/cookie'
import type { PrintCode } from '@/lib/certificates'
import { environment } from '@/lib/platform/env'

const cookieName = 'print-code'
const keptForSeconds = 10 * 60

export type ShownCode = PrintCode & { number: string; expiresAt: Date }

function sealing() {
  return { secret: environment().NEXTAUTH_SECRET, salt: cookieName }
}

/** Keeps a code for its ten minutes in its holder's own browser, sealed: we store only its digest, and no address shows it. */
export async function keepShownCode({ expiresAt, ...code }: ShownCode): Promise<void> {
  const token = { ...code, until: expiresAt.getTime() }
  const value = await encode({ token, maxAge: keptForSeconds, ...sealing() })
  const cookieJar = await cookies()
  cookieJar.set(cookieName, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/certificates',
    secure: isSecure(),
    maxAge: keptForSeconds,
  })
}

/** The code that was made in this browser for this certificate, or null. */
export async function shownCode({ number }: { number: string }): Promise<ShownCode | null> {
  const cookie = (await cookies()).get(cookieName)
  if (!cookie) return null
  try {
    const token = await decode({ token: cookie.value, ...sealing() })
    const { digits, word, until } = token ?? {}
    if (token?.number !== number || typeof digits !== 'string' || typeof word !== 'string') return null
    return { number, digits, word, expiresAt: new Date(Number(until)) }
  } catch {
    return null // Expired, changed, or sealed with another key.
  }
}
