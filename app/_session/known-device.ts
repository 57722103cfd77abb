import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import type { Place } from '@/lib/identity'
import { clientAddress } from './client-address'
import { isSecure, protectedName } from './cookie'

const keptForSeconds = 400 * 24 * 3_600

function cookieName(): string {
  return protectedName({ name: 'staff-device', path: '/' })
}

/**
 * From where a member of staff signs in: the network address, and the secret by which their browser is known.
 * The secret says nothing by itself; what it is known for stands in the database.
 */
export async function placeOfSignIn(): Promise<Place> {
  const device = (await cookies()).get(cookieName())?.value ?? ''
  return { address: await clientAddress(), device: /^[\w-]{43}$/.test(device) ? device : null }
}

/** The same, with a new secret for a browser that has none; for the step that makes the browser known. */
export async function placeToRemember(): Promise<Place> {
  const place = await placeOfSignIn()
  const device = place.device ?? randomBytes(32).toString('base64url')
  const cookieJar = await cookies()
  cookieJar.set(cookieName(), device, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: keptForSeconds,
  })
  return { ...place, device }
}
