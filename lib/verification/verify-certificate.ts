import { type Certificate, type CertificateType, findCertificateOfCase } from '@/lib/certificates'
import { maskName } from '@/lib/identity/rules'
import type { CivilDate } from '@/lib/platform/civil-date'
import { type Database, serviceNow } from '@/lib/platform/database'
import type { Result } from '@/lib/platform/result'
import {
  findByNumber,
  findByToken,
  recordVerification,
  type Seen,
  type VerificationChannel,
  type VerificationFailure,
} from './find-for-verification'

/** What a verifier asks with: what is in the QR, or what is printed beside it. */
export type Question = { token: string } | { number: string; checkCode: string }

/** What a verifier learns: whether it is ours, whether it still holds, and no more than the paper shows. */
export type Finding =
  | {
      genuine: true
      status: Certificate['status']
      statusSince: Date
      number: string
      version: number
      type: CertificateType
      office: { code: string; name: string; county: string }
      issuedOn: CivilDate
      /** Masked, as strangers see them: 张*. */
      holders: string[]
      demonstration: boolean
      checkedAt: Date
    }
  | { genuine: false; reason: VerificationFailure; checkedAt: Date }

/**
 * Answers whether a certificate is genuine and still valid, as of this moment of the service's clock. A genuine
 * one is counted for its holder to see. Never throws for anything that a verifier can send.
 */
export async function verifyCertificate(
  {
    question,
    channel,
    purpose = null,
  }: { question: Question; channel: VerificationChannel; purpose?: string | null },
  { db }: { db: Database },
): Promise<Finding> {
  const found = await findAsked(question, { db })
  if (!found.ok) return { genuine: false, reason: found.failure, checkedAt: await serviceNow(db) }
  const { certificate } = found.value
  await recordVerification({ certificate, channel, purpose }, { db })
  return sayWhatIsShown(found.value)
}

/** Finds the certificate that a verifier asks about, by token or by number and check code. */
export function findAsked(
  question: Question,
  { db }: { db: Database },
): Promise<Result<Seen, VerificationFailure>> {
  return 'token' in question ? findByToken({ text: question.token }, { db }) : findByNumber(question, { db })
}

/** The token of the certificate that took the place of this one; null while there is none. */
export async function findReplacement(
  { certificate }: { certificate: Pick<Certificate, 'applicationId' | 'version'> },
  { db }: { db: Database },
): Promise<Certificate | null> {
  const newest = await findCertificateOfCase(db, { applicationId: certificate.applicationId })
  return newest && newest.version > certificate.version ? newest : null
}

/** What of a certificate a verifier is shown. */
export function sayWhatIsShown({ certificate, checkedAt }: Seen): Extract<Finding, { genuine: true }> {
  const { status, statusSince, number, version, officeCode, officeName, countyName, issuedOn } = certificate
  return {
    genuine: true,
    status,
    statusSince,
    number,
    version,
    type: 'birth-service-registration',
    office: { code: officeCode, name: officeName, county: countyName },
    issuedOn,
    holders: certificate.holders.map(({ name }) => maskName(name)),
    demonstration: certificate.demonstration,
    checkedAt,
  }
}
