import type { Queryable } from '@/lib/platform/database'
import { type Bucket, forgetTries, isNoted, note, takeFromLimit, takeTry } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'

/** From where somebody tries: the network address, and the secret of a browser in which they signed in before. */
export type Place = { address: string; device: string | null }

/** All strange places together that try passwords of one account; a colleague's own browser is not counted. */
const passwordsFromElsewhere = { limit: 50, windowSeconds: 3_600 }
const daysADeviceIsKnown = 90

const knownDevice = (account: string, device: string): Bucket => ({
  kind: 'staff-known-device',
  value: `${account}\0${device}`,
})

/** Whether this person has signed in here with both factors before. */
async function isKnown(account: string, { device }: Place, db: Queryable): Promise<boolean> {
  return device !== null && isNoted(knownDevice(account, device), { db })
}

/**
 * Takes a try at a password. Five in a row from one address are free, then each is followed by a pause that
 * grows; tries from many addresses bring one for all strange places. A browser in which the person has signed
 * in before counts by itself, so that nobody else's tries lock them out.
 */
export async function takePasswordTry(
  { account, place }: { account: string; place: Place },
  { db }: { db: Queryable },
): Promise<Result<{ bucket: Bucket }, 'paused'>> {
  const known = await isKnown(account, place, db)
  const bucket: Bucket = known
    ? { kind: 'staff-password-known', value: `${account}\0${place.device}` }
    : { kind: 'staff-sign-in', value: `${account}\0${place.address}` }
  const allowed = await takeTry(bucket, { db })
  if (!allowed.ok) return allowed
  if (known) return done({ bucket })
  const elsewhere = await takeFromLimit(
    { bucket: { kind: 'staff-sign-in-from-elsewhere', value: account }, ...passwordsFromElsewhere },
    { db },
  )
  if (elsewhere.ok) return done({ bucket })
  return failed('paused', { retryAfterSeconds: elsewhere.details.retryAfterSeconds ?? 0 })
}

/**
 * Takes a try at a second factor, after the password was right. All strange places share one row of tries,
 * however many addresses there are: the secret has six digits only.
 */
export async function takeFactorTry(
  { account, place }: { account: string; place: Place },
  { db }: { db: Queryable },
): Promise<Result<{ bucket: Bucket }, 'paused'>> {
  const bucket: Bucket = (await isKnown(account, place, db))
    ? { kind: 'staff-factor-known', value: `${account}\0${place.device}` }
    : { kind: 'staff-factor', value: account }
  const allowed = await takeTry(bucket, { db })
  return allowed.ok ? done({ bucket }) : allowed
}

/** Both factors were right: the tries are forgotten, and the browser is known from now on. */
export async function rememberPlace(
  { account, place, bucket }: { account: string; place: Place; bucket: Bucket },
  { db }: { db: Queryable },
): Promise<void> {
  await forgetTries(bucket, { db })
  await rememberDevice({ account, place }, { db })
}

/** This browser is one in which the person has shown both factors. */
export async function rememberDevice(
  { account, place: { device } }: { account: string; place: Place },
  { db }: { db: Queryable },
): Promise<void> {
  if (device) await note({ bucket: knownDevice(account, device), days: daysADeviceIsKnown }, { db })
}
