import { and, eq } from 'drizzle-orm'
import { certificates, verifications } from '@/db/schema'
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

/** Finds the certificate that a token (or a whole link) names, believing nothing but a published key. */
export async function findByToken(
  { text }: { text: string },
  { db }: { db: Database },
): Promise<Result<Certificate, VerificationFailure>> {
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
  const [certificate] = await db
    .select()
    .from(certificates)
    .where(and(eq(certificates.number, read.value.number), eq(certificates.version, read.value.version)))
  return certificate ? done(certificate) : failed('not_found')
}

/** Finds a certificate by the number and check code on the paper; one without the other finds nothing. */
export async function findByNumber(
  { number, checkCode }: { number: string; checkCode: string },
  { db }: { db: Database },
): Promise<Result<Certificate, VerificationFailure>> {
  const readNumber = readCertificateNumber(number)
  const readCode = readCheckCode(checkCode)
  if (!readNumber.ok || !readCode.ok) return failed('unreadable')
  const [certificate] = await db
    .select()
    .from(certificates)
    .where(and(eq(certificates.number, readNumber.value), eq(certificates.checkCode, readCode.value)))
  return certificate ? done(certificate) : failed('not_found')
}

/** Counts a check for the holder to see: when and by which door, and no address. */
export async function recordVerification(
  { certificate, channel }: { certificate: Certificate; channel: VerificationChannel },
  { db }: { db: Database },
): Promise<void> {
  await db.insert(verifications).values({ certificateId: certificate.id, channel })
}
