import { type Certificate, type CertificateType, findCertificateOfCase } from '@/lib/certificates'
import { maskName } from '@/lib/identity/rules'
import type { CivilDate } from '@/lib/platform/civil-date'
import { type Database, serviceNow } from '@/lib/platform/database'
import { done, type Result } from '@/lib/platform/result'
import { countAndSee } from './check-statement'
import {
  findRead,
  readAsked,
  type Seen,
  type VerificationChannel,
  type VerificationFailure,
} from './find-for-verification'
import { type Allowance, allowanceOf, takeVerification } from './limit-verifications'

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

export type Checked = {
  allowance: Allowance
  finding: Finding
  /** For what else a page says about it; null where there is none. */
  certificate: Certificate | null
}

/**
 * Answers whether a certificate is genuine and still valid, as of this moment of the service's clock, to whoever
 * has not asked too often. A genuine one is counted for its holder to see, unless the same page is only shown
 * again. Never throws for anything that a verifier can send.
 */
export async function verifyCertificate(
  {
    question,
    address,
    channel,
    purpose = null,
    isCounted = true,
  }: {
    question: Question
    address: string
    channel: VerificationChannel
    purpose?: string | null
    isCounted?: boolean
  },
  { db }: { db: Database },
): Promise<Result<Checked, 'limit-reached'>> {
  const read = await readAsked(question, { db })
  if (!read.ok) return sayUnread({ question, address, reason: read.failure }, { db })
  const row = await countAndSee({ question: read.value, address, channel, purpose, isCounted }, { db })
  const taken = allowanceOf({ question, ...row })
  if (!taken.ok) return taken
  const { certificate, isBelieved, checkedAt } = row
  if (certificate && isBelieved) {
    return done({ allowance: taken.value, finding: sayWhatIsShown({ certificate, checkedAt }), certificate })
  }
  const reason = certificate ? 'unknown_key' : 'not_found'
  return done({ allowance: taken.value, finding: { genuine: false, reason, checkedAt }, certificate: null })
}

/** What cannot be read is not looked for, but counts against the limit all the same. */
async function sayUnread(
  { question, address, reason }: { question: Question; address: string; reason: VerificationFailure },
  { db }: { db: Database },
): Promise<Result<Checked, 'limit-reached'>> {
  const taken = await takeVerification({ question, address }, { db })
  if (!taken.ok) return taken
  const finding = { genuine: false, reason, checkedAt: await serviceNow(db) } as const
  return done({ allowance: taken.value, finding, certificate: null })
}

/** Finds the certificate that a verifier asks about, by token or by number and check code; counts nothing. */
export async function findAsked(
  question: Question,
  { db }: { db: Database },
): Promise<Result<Seen, VerificationFailure>> {
  const read = await readAsked(question, { db })
  return read.ok ? findRead(read.value, { db }) : read
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
