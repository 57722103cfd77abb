import { and, eq, type SQL, sql } from 'drizzle-orm'
import { certificates, signingKeys, verifications } from '@/db/schema'
import {
  type Certificate,
  findPublishedKey,
  publishedKeyInMemory,
  readCertificateNumber,
  readCertificateToken,
  readCheckCode,
  type TokenFailure,
  tokenFromLink,
} from '@/lib/certificates'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { ReadQuestion } from './check-statement'
import type { Question } from './verify-certificate'

export type VerificationFailure = TokenFailure | 'not_found'
export type VerificationChannel = (typeof verifications.$inferSelect)['channel']

/** A certificate as it stood at a moment of the service's clock: seen and dated by the same statement. */
export type Seen = { certificate: Certificate; checkedAt: Date }

/** Reads what a verifier asks with, believing nothing but a published key. */
export async function readAsked(
  question: Question,
  { db }: { db: Database },
): Promise<Result<ReadQuestion, TokenFailure>> {
  if ('token' in question) return readToken({ text: question.token }, { db })
  const number = readCertificateNumber(question.number)
  const checkCode = readCheckCode(question.checkCode)
  if (!number.ok || !checkCode.ok) return failed('unreadable')
  return done({ by: 'number', number: number.value, checkCode: checkCode.value })
}

async function readToken(
  { text }: { text: string },
  { db }: { db: Database },
): Promise<Result<ReadQuestion, TokenFailure>> {
  const token = tokenFromLink(text)
  let signer = ''
  const findKey = (keyId: string) => {
    signer = keyId
    return publishedKeyInMemory(keyId)
  }
  let read = readCertificateToken({ token, findKey })
  if (!read.ok && read.failure === 'unknown_key' && (await findPublishedKey(db, { keyId: signer }))) {
    read = readCertificateToken({ token, findKey })
  }
  if (!read.ok) return read
  return done({ by: 'token', token, number: read.value.number, version: read.value.version })
}

/** Finds the certificate that was read from a paper: the very token that was issued, or its number with its check code. */
export function findRead(
  question: ReadQuestion,
  { db }: { db: Database },
): Promise<Result<Seen, 'not_found' | 'unknown_key'>> {
  const proof =
    question.by === 'token'
      ? eq(certificates.token, question.token)
      : eq(certificates.checkCode, question.checkCode)
  return findIssued(and(eq(certificates.number, question.number), proof), { db })
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
