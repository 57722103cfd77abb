import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { isSecure, protectedName } from '@/app/_session/cookie'
import type { PrintCode } from '@/lib/certificates'
import { environment } from '@/lib/platform/env'

const cookie = { name: 'print-code', path: '/certificates' }
const keptForSeconds = 10 * 60

export type ShownCode = PrintCode & { number: string; expiresAt: Date }

function sealing() {
  return { secret: environment().NEXTAUTH_SECRET, salt: cookie.name }
}

/** Keeps a code for its ten minutes in its holder's own browser, sealed: we store only its digest, and no address shows it. */
export async function keepShownCode({ expiresAt, ...code }: ShownCode): Promise<void> {
  const token = { ...code, until: expiresAt.getTime() }
  const value = await encode({ token, maxAge: keptForSeconds, ...sealing() })
  const cookieJar = await cookies()
  cookieJar.set(protectedName(cookie), value, {
    httpOnly: true,
    sameSite: 'lax',
    path: cookie.path,
    secure: isSecure(),
    maxAge: keptForSeconds,
  })
}

/** The code that was made in this browser for this certificate, or null. */
export async function shownCode({ number }: { number: string }): Promise<ShownCode | null> {
  const kept = (await cookies()).get(protectedName(cookie))
  if (!kept) return null
  try {
    const token = await decode({ token: kept.value, ...sealing() })
    const { digits, word, until } = token ?? {}
    if (token?.number !== number || typeof digits !== 'string' || typeof word !== 'string') return null
    return { number, digits, word, expiresAt: new Date(Number(until)) }
  } catch {
    return null // Expired, changed, or sealed with another key.
  }
}
