import { and, eq, type SQL, sql } from 'drizzle-orm'
import { certificates, signingKeys, verifications } from '@/db/schema'
import {
  type Certificate,
  findPublishedKey,
  readCertificateNumber,
  readCertificateToken,
  readCheckCode,
  type TokenFailure,
  tokenFromLink,
} from '@/lib/certificates'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'

export type VerificationFailure = TokenFailure | 'not_found'
export type VerificationChannel = (typeof verifications.$inferSelect)['channel']

/** A certificate as it stood at a moment of the service's clock: seen and dated by the same statement. */
export type Seen = { certificate: Certificate; checkedAt: Date }

/** Finds the certificate that a token (or a whole link) names, believing nothing but a published key. */
export async function findByToken(
  { text }: { text: string },
  { db }: { db: Database },
): Promise<Result<Seen, VerificationFailure>> {
  const token = tokenFromLink(text)
  const keyIds: string[] = []
  readCertificateToken({
    token,
    findKey: keyId => {
      keyIds.push(keyId)
      return undefined
    },
  })
  const [keyId] = keyIds
  const key = keyId ? await findPublishedKey(db, { keyId }) : undefined
  const read = readCertificateToken({ token, findKey: () => key })
  if (!read.ok) return read
  const found = await findIssued(
    and(eq(certificates.number, read.value.number), eq(certificates.version, read.value.version)),
    { db },
  )
  // Whoever got hold of a key could sign for a number that exists: only the very token that was issued counts.
  return found.ok && found.value.certificate.token !== token ? failed('not_found') : found
}

/** Finds a certificate by the number and check code on the paper; one without the other finds nothing. */
export async function findByNumber(
  { number, checkCode }: { number: string; checkCode: string },
  { db }: { db: Database },
): Promise<Result<Seen, VerificationFailure>> {
  const readNumber = readCertificateNumber(number)
  const readCode = readCheckCode(checkCode)
  if (!readNumber.ok || !readCode.ok) return failed('unreadable')
  return findIssued(
    and(eq(certificates.number, readNumber.value), eq(certificates.checkCode, readCode.value)),
    { db },
  )
}

/** A certificate that was issued, unless its key was withdrawn from a moment before it. */
async function findIssued(
  which: SQL | undefined,
  { db }: { db: Database },
): Promise<Result<Seen, 'not_found' | 'unknown_key'>> {
  const [row] = await db
    .select({
      certificate: certificates,
      withdrawnFrom: signingKeys.withdrawnFrom,
      checkedAt: sql`service_now()`.mapWith(certificates.issuedAt),
    })
    .from(certificates)
    .leftJoin(signingKeys, eq(signingKeys.keyId, certificates.keyId))
    .where(which)
  if (!row) return failed('not_found')
  const { certificate, withdrawnFrom, checkedAt } = row
  if (withdrawnFrom && certificate.issuedAt >= withdrawnFrom) return failed('unknown_key')
  return done({ certificate, checkedAt })
}

/** Counts a check for the holder to see: when, by which door, what for if the verifier said so, and no address. */
export async function recordVerification(
  {
    certificate,
    channel,
    purpose = null,
  }: { certificate: Certificate; channel: VerificationChannel; purpose?: string | null },
  { db }: { db: Database },
): Promise<void> {
  await db.insert(verifications).values({ certificateId: certificate.id, channel, purpose })
}
