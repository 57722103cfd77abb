import { and, gte, lt, max, ne } from 'drizzle-orm'
import { certificates } from '@/db/schema'
import { type Database, serviceNow } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { activeSigningKey } from '../keys/active-key'
import { encodeList, LIST_LENGTH, listOf, STATUS_BITS, statusValues } from './encoded-list'
import { signJwt } from './sign-jwt'

/** How long a client may keep a list without asking again. */
export const LIST_LIFETIME_SECONDS = 60
/** A list says that it is as of a moment that moves on in these steps, so that caches keep one that has not changed. */
const STEP_MILLISECONDS = 300_000
/** After a day without a fresh list, an offline verifier cannot tell any more. */
const USABLE_MILLISECONDS = 24 * 3_600_000

/**
 * A list of the states of certificates as a W3C Bitstring Status List, signed as a JWT (VC-JOSE-COSE), or null
 * for a list that there is not. Read from the table each time: a revocation is in it at once.
 */
export async function publishedStatusList(
  { id }: { id: number },
  { db }: { db: Database },
): Promise<string | null> {
  const now = await serviceNow(db)
  const [{ newest } = { newest: null }] = await db
    .select({ newest: max(certificates.statusIndex) })
    .from(certificates)
  if (!Number.isInteger(id) || id < 1 || id > listOf(newest ?? 0)) return null
  const first = (id - 1) * LIST_LENGTH
  const ended = await db
    .select({
      statusIndex: certificates.statusIndex,
      status: certificates.status,
      since: certificates.statusSince,
    })
    .from(certificates)
    .where(
      and(
        ne(certificates.status, 'valid'),
        gte(certificates.statusIndex, first),
        lt(certificates.statusIndex, first + LIST_LENGTH),
      ),
    )
  const changedAt = Math.max(0, ...ended.map(({ since }) => since.getTime()))
  const asOf = Math.max(Math.floor(now.getTime() / STEP_MILLISECONDS) * STEP_MILLISECONDS, changedAt)
  const encodedList = encodeList(
    ended.map(({ statusIndex, status }) => ({ place: statusIndex - first, status })),
  )
  const key = await db.transaction(activeSigningKey)
  return signJwt({ key, type: 'vc+jwt', claims: credential({ id, encodedList, asOf: new Date(asOf) }) })
}

function credential({ id, encodedList, asOf }: { id: number; encodedList: string; asOf: Date }) {
  const address = `${environment().PUBLIC_URL}/api/v1/status-lists/${id}`
  const until = new Date(asOf.getTime() + USABLE_MILLISECONDS)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: environment().PUBLIC_URL,
    validFrom: asOf.toISOString(),
    validUntil: until.toISOString(),
    iat: Math.floor(asOf.getTime() / 1_000),
    exp: Math.floor(until.getTime() / 1_000),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'message',
      statusSize: STATUS_BITS,
      statusMessage: statusValues.map((message, value) => ({ status: `0x${value}`, message })),
      ttl: LIST_LIFETIME_SECONDS * 1_000,
      encodedList,
    },
  }
}
