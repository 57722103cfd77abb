import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { certificates, signingKeys } from '@/db/schema'
import type { Certificate } from '@/lib/certificates'
import type { Database } from '@/lib/platform/database'
import { preparedOnce } from '@/lib/platform/prepared-statements'
import { countingAgainstLimit, digestOfBucket } from '@/lib/platform/rate-limits'
import { recordSecurityEvent } from '@/lib/platform/security-log'
import type { VerificationChannel } from './find-for-verification'
import { verificationLimits } from './limit-verifications'

/** What was read from the paper: a token that a published key signed, or the number and check code. */
export type ReadQuestion =
  | { by: 'token'; token: string; number: string; version: number }
  | { by: 'number'; number: string; checkCode: string }

export type Counted = {
  hits: number
  seconds: number
  checkedAt: Date
  /** Null for a certificate that is not there, and for whoever asks too often. */
  certificate: Certificate | null
  /** Whether its key was not withdrawn from a moment before it. */
  isBelieved: boolean | null
}

const given = {
  digest: sql.placeholder('digest'),
  number: sql.placeholder('number'),
  channel: sql.placeholder('channel'),
  purpose: sql.placeholder('purpose'),
  isCounted: sql.placeholder('isCounted'),
}

/** The very token that was issued: whoever got hold of a key could sign for a number that exists. */
const ways = {
  token: and(
    eq(certificates.number, given.number),
    eq(certificates.version, sql.placeholder('version')),
    eq(certificates.token, sql.placeholder('token')),
  ),
  number: and(
    eq(certificates.number, given.number),
    eq(certificates.checkCode, sql.placeholder('checkCode')),
  ),
} as const

/**
 * All of a check in one statement: it counts the question against the limit of who asks, sees the certificate as
 * it stands at this moment, and counts the check for the holder. Nothing of it is remembered between two checks,
 * so that a revocation shows in the first one after it, in whatever process. The answer does not wait until the
 * counts are on the disk: a server that loses its power loses those of the last moments, and no answer.
 */
function prepareStatement(db: Database, { by }: Pick<ReadQuestion, 'by'>) {
  const { limit, windowSeconds } = verificationLimits[by]
  const taken = db
    .$with('taken', { hits: sql<number>`hits`.as('hits'), seconds: sql<number>`seconds`.as('seconds') })
    .as(countingAgainstLimit({ digest: given.digest, limit, windowSeconds }))
  const seen = db.$with('seen').as(
    db
      .select({
        ...getTableColumns(certificates),
        isBelieved:
          sql<boolean>`${signingKeys.withdrawnFrom} is null or ${certificates.issuedAt} < ${signingKeys.withdrawnFrom}`.as(
            'is_believed',
          ),
      })
      .from(certificates)
      .leftJoin(signingKeys, eq(signingKeys.keyId, certificates.keyId))
      .where(and(ways[by], sql`(select hits from ${taken}) <= ${limit}::integer`)),
  )
  const counted = db.$with('counted', {}).as(countingTheCheck(sql`${seen}`))
  const { isBelieved, ...certificate } = seen._.selectedFields
  return db
    .with(taken, seen, counted)
    .select({
      hits: taken.hits,
      seconds: taken.seconds,
      checkedAt: sql`service_now()`.mapWith(certificates.issuedAt),
      isBelieved,
      certificate,
      waitsForDisk: sql<'off'>`set_config('synchronous_commit', 'off', true)`,
    })
    .from(taken)
    .leftJoin(seen, sql`true`)
    .prepare(`check by ${by}`)
}

function countingTheCheck(seen: SQL): SQL {
  return sql`insert into verifications (certificate_id, channel, purpose)
    select id, ${given.channel}, ${given.purpose} from ${seen} where is_believed and ${given.isCounted}::boolean`
}

const statements = {
  token: preparedOnce((db: Database) => prepareStatement(db, { by: 'token' })),
  number: preparedOnce((db: Database) => prepareStatement(db, { by: 'number' })),
}

/** Counts a question, sees the certificate and counts the check of it. */
export async function countAndSee(
  {
    question,
    address,
    channel,
    purpose,
    isCounted,
  }: {
    question: ReadQuestion
    address: string
    channel: VerificationChannel
    purpose: string | null
    isCounted: boolean
  },
  { db }: { db: Database },
): Promise<Counted> {
  const { by, ...asked } = question
  const { kind, limit } = verificationLimits[by]
  const digest = digestOfBucket({ kind, value: address })
  const [row] = await statements[by](db).execute({ ...asked, digest, channel, purpose, isCounted })
  if (!row) throw new Error('a check gave no row')
  if (row.hits === limit + 1) recordSecurityEvent({ event: 'limit-reached', kind })
  return row
}
