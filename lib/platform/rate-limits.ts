import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { rateLimits } from '@/db/schema'
import type { Queryable } from './database'
import { done, failed, type Result } from './result'
import { recordSecurityEvent } from './security-log'

/** What is counted: the kind of request, and whose; only a keyed digest of it is stored. */
export type Bucket = { kind: string; value: string }

const freeTries = 5
const firstPauseSeconds = 60
const longestPauseSeconds = 3_600
/**
 * How far ahead of a request's own time a row may lie: transactions at once read slightly different times, and
 * an earlier one must not take a later one's row for what a clock set back left behind.
 */
const tolerance = sql`interval '1 minute'`
/** A row of wrong tries is forgotten a day after its last pause ended. */
const memoryOfTries = sql`interval '24 hours'`

/** Rows of windows begin with this: nobody needs them once the window is over, and the digest may be of an address. */
const ofWindow = sql.raw(`'window '`)

/** Under which a bucket is stored. */
export function digestOfBucket({ kind, value }: Bucket): string {
  return personalLookup({ kind: 'rate-limit', value: `${kind}\0${value}` })
}

/**
 * The statement that counts one request against a limit in a window that starts with its first request, for a
 * statement around it (`with`) or alone; it gives the hits so far and the seconds that are left. One statement,
 * so that many at once, in many processes, never pass the limit. A window that a clock set back would prolong
 * is dropped.
 *
 * @param digest of the bucket (`digestOfBucket`)
 */
export function countingAgainstLimit({
  digest,
  limit,
  windowSeconds,
}: {
  digest: string | Placeholder
  limit: number
  windowSeconds: number
}): SQL {
  const newEnd = sql`service_now() + make_interval(secs => ${windowSeconds})`
  const over = sql`(rate_limits.window_ends_at <= service_now() or rate_limits.window_ends_at > ${newEnd} + ${tolerance})`
  return sql`
    insert into rate_limits (bucket, window_ends_at, hits) values (${ofWindow} || ${digest}::text, ${newEnd}, 1)
    on conflict (bucket) do update set
      hits = case when ${over} then 1 else least(rate_limits.hits + 1, ${limit}::integer + 2) end,
      window_ends_at = case when ${over} then excluded.window_ends_at else rate_limits.window_ends_at end
    returning hits, ceil(extract(epoch from window_ends_at - service_now()))::integer as seconds`
}

/** Counts one request against a limit. */
export async function takeFromLimit(
  { bucket, limit, windowSeconds }: { bucket: Bucket; limit: number; windowSeconds: number },
  { db }: { db: Queryable },
): Promise<Result<{ remaining: number }, 'limit-reached'>> {
  const [row] = await db.execute<{ hits: number; seconds: number }>(
    countingAgainstLimit({ digest: digestOfBucket(bucket), limit, windowSeconds }),
  )
  if (!row) throw new Error('a rate limit gave no row')
  // The first over the limit is written down; a flood must not drown what else is in the log.
  if (row.hits === limit + 1) recordSecurityEvent({ event: 'limit-reached', kind: bucket.kind })
  if (row.hits > limit) return failed('limit-reached', { retryAfterSeconds: row.seconds })
  return done({ remaining: limit - row.hits })
}

/**
 * Takes one of the tries at a secret: five are free, then each is followed by a pause, from a minute doubling
 * to an hour. Counted before the secret is checked, so that tries at once gain nothing; call `forgetTries`
 * once it was right.
 */
export async function takeTry(
  bucket: Bucket,
  { db }: { db: Queryable },
): Promise<Result<{ tries: number }, 'paused'>> {
  const tries = sql`(case when rate_limits.window_ends_at <= service_now() - ${memoryOfTries} then 1 else rate_limits.hits + 1 end)`
  const pause = sql`make_interval(secs => case when ${tries} < ${freeTries} then 0
    else least(${firstPauseSeconds}::double precision * 2 ^ least(${tries} - ${freeTries}, 10), ${longestPauseSeconds}) end)`
  const tooFarAhead = sql`service_now() + make_interval(secs => ${longestPauseSeconds}) + ${tolerance}`
  const [row] = await db.execute<{ hits: number }>(sql`
    insert into rate_limits (bucket, window_ends_at, hits) values (${digestOfBucket(bucket)}, service_now(), 1)
    on conflict (bucket) do update set hits = ${tries}, window_ends_at = service_now() + ${pause}
      where rate_limits.window_ends_at <= service_now() or rate_limits.window_ends_at > ${tooFarAhead}
    returning hits`)
  if (row) return done({ tries: row.hits })
  return failed('paused', { until: await endOf(bucket, { db }) })
}

/** The secret was right: the next wrong try is the first again. */
export async function forgetTries(bucket: Bucket, { db }: { db: Queryable }): Promise<void> {
  await db.delete(rateLimits).where(sql`${rateLimits.bucket} = ${digestOfBucket(bucket)}`)
}

/** Whether this bucket was noted, and its time has not run out. */
export async function isNoted(bucket: Bucket, { db }: { db: Queryable }): Promise<boolean> {
  const rows = await db.execute(sql`
    select from rate_limits where bucket = ${digestOfBucket(bucket)} and window_ends_at > service_now()`)
  return rows.length > 0
}

/** Notes a bucket for so many days from now. */
export async function note(
  { bucket, days }: { bucket: Bucket; days: number },
  { db }: { db: Queryable },
): Promise<void> {
  await db.execute(sql`
    insert into rate_limits (bucket, window_ends_at, hits)
    values (${digestOfBucket(bucket)}, service_now() + make_interval(days => ${days}), 1)
    on conflict (bucket) do update set window_ends_at = excluded.window_ends_at`)
}

/** Forgets what no limit asks for any more: windows that are over, pauses and notes that ended before the memory of tries. */
export async function forgetOldLimits({ db }: { db: Queryable }): Promise<number> {
  const forgotten = await db
    .delete(rateLimits)
    .where(
      sql`${rateLimits.windowEndsAt} < service_now()
        - case when starts_with(${rateLimits.bucket}, ${ofWindow}) then interval '0' else ${memoryOfTries} end`,
    )
    .returning({ bucket: rateLimits.bucket })
  return forgotten.length
}

async function endOf(bucket: Bucket, { db }: { db: Queryable }): Promise<Date> {
  const [row] = await db
    .select({ endsAt: rateLimits.windowEndsAt })
    .from(rateLimits)
    .where(sql`${rateLimits.bucket} = ${digestOfBucket(bucket)}`)
  return row?.endsAt ?? new Date(0)
}
