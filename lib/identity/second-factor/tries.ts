import type { Queryable } from '@/lib/platform/database'
import { type Bucket, forgetTries, isNoted, note, takeFromLimit, takeTry } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'

/** From where somebody tries: the network address, and the secret of a browser in which they signed in before. */
export type Place = { address: string; device: string | null }

/**
 * What browsers in which nobody of the staff has signed in yet may try in an hour: at one account, from one
 * address, and all together, so that nobody tries one password at every account. A colleague's own browser is
 * counted in none of them, so none can be used to lock colleagues out.
 */
const anHourOfStrangers = { ofAccount: 50, ofAddress: 200, inAll: 1_000 }
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
  const limits = [
    { kind: 'staff-sign-in-from-elsewhere', value: account, limit: anHourOfStrangers.ofAccount },
    { kind: 'staff-sign-in-of-address', value: place.address, limit: anHourOfStrangers.ofAddress },
    { kind: 'staff-sign-in-in-all', value: '', limit: anHourOfStrangers.inAll },
  ]
  for (const { limit, ...counted } of limits) {
    const taken = await takeFromLimit({ bucket: counted, limit, windowSeconds: 3_600 }, { db })
    if (!taken.ok) return failed('paused', { retryAfterSeconds: taken.details.retryAfterSeconds ?? 0 })
  }
  return done({ bucket })
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
