import { eq, sql } from 'drizzle-orm'
import { type CertificateHolder, certificates, counties, offices } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { type CivilDate, civilDateIn } from '@/lib/platform/civil-date'
import { serviceNow, type Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { activeSigningKey } from './keys/active-key'
import { endOfKey } from './keys/end-of-key'
import type { SigningKey } from './keys/signing-key'
import { certificateIdentifier } from './numbers/electronic-certificate-identifier'
import { nextStatusIndexes, takeRunningNumbers } from './numbers/running-numbers'
import { certificateNumber, newCheckCode } from './numbers/short-number'
import { linkOfToken, signCertificateToken } from './token/certificate-token'
import { hashNames, newNameSalt } from './token/token-content'

export type Certificate = typeof certificates.$inferSelect

type CertificateToWrite = {
  application: Pick<Application, 'id' | 'officeCode'>
  holders: CertificateHolder[]
  basis: Certificate['registrationBasis']
  decidedByNumber: string | null
  /** The serial of its electronic identifier, which all versions of a certificate share. */
  serial: string
  version: number
}

/** Writes a certificate down and freezes what it says: holders, office, who decided, and why it was registered. */
export async function writeCertificate(
  transaction: Transaction,
  toWrite: CertificateToWrite,
): Promise<Certificate> {
  const [certificate] = await writeCertificates(transaction, [toWrite])
  if (!certificate) throw new Error('the certificate was not written')
  return certificate
}

/** Writes many down, all as issued at the same moment. */
export async function writeCertificates(
  transaction: Transaction,
  toWrite: readonly CertificateToWrite[],
): Promise<Certificate[]> {
  if (toWrite.length === 0) return []
  const issuedAt = await serviceNow(transaction)
  const issuedOn = civilDateIn({ instant: issuedAt })
  const officeCodes = toWrite.map(({ application }) => application.officeCode ?? '')
  const key = await activeSigningKey(transaction)
  const keyEndsAt = await endOfKey(transaction, key)
  const [places, indexes, nextNumber] = await Promise.all([
    placesOfIssue(transaction, { officeCodes }),
    nextStatusIndexes(transaction, toWrite.length),
    takeRunningNumbers(transaction, { officeCodes, issuedOn }),
  ])
  const rows = toWrite.map(({ holders, version, ...rest }, index) => {
    const place = places.get(rest.application.officeCode ?? '')
    const statusIndex = indexes[index]
    if (!place || statusIndex === undefined) throw new Error('a registered case has its office')
    const { officeCode } = place
    const number = certificateNumber({ officeCode, issuedOn, sequence: nextNumber(officeCode) })
    const token = signedToken({ key, keyEndsAt, number, version, officeCode, issuedOn, holders, statusIndex })
    return { ...frozenContent({ holders, version, ...rest }), ...place, ...token, issuedAt }
  })
  return transaction.insert(certificates).values(rows).returning()
}

/** What of a certificate follows from its case and from how the service is set up. */
function frozenContent({
  application,
  holders,
  basis,
  decidedByNumber,
  serial,
  version,
}: CertificateToWrite) {
  const env = environment()
  return {
    applicationId: application.id,
    identifier: certificateIdentifier({
      typeCode: env.CERTIFICATE_TYPE_CODE,
      issuerCode: env.CERTIFICATE_ISSUER_CODE,
      serial,
      version,
    }),
    checkCode: newCheckCode(),
    title: env.CERTIFICATE_TITLE,
    titleEnglish: env.CERTIFICATE_TITLE_ENGLISH,
    holders,
    decidedByNumber,
    registrationBasis: basis,
    demonstration: env.DEMO_MODE === 'on',
  }
}

type PlaceOfIssue = { officeCode: string; officeName: string; countyName: string }

/** The offices of the cases by their code, as the certificates name them. */
async function placesOfIssue(
  transaction: Transaction,
  { officeCodes }: { officeCodes: readonly string[] },
): Promise<Map<string, PlaceOfIssue>> {
  const places = await transaction
    .select({ officeCode: offices.code, officeName: offices.name, countyName: counties.name })
    .from(offices)
    .innerJoin(counties, eq(counties.code, offices.countyCode))
    .where(sql`${offices.code} = any(${sql.param([...officeCodes])}::text[])`)
  return new Map(places.map(place => [place.officeCode, place]))
}

/** The token of a new certificate, signed with the key in use. */
function signedToken({
  key,
  holders,
  ...said
}: {
  key: SigningKey
  keyEndsAt: Date
  number: string
  version: number
  officeCode: string
  issuedOn: CivilDate
  holders: CertificateHolder[]
  statusIndex: number
}) {
  const { number, version, issuedOn, statusIndex } = said
  const nameSalt = newNameSalt()
  const token = signCertificateToken({
    key,
    content: {
      ...said,
      type: 'birth-service-registration',
      nameSalt,
      nameHash: hashNames({ names: holders.map(({ name }) => name), salt: nameSalt }),
    },
  })
  const verificationLink = linkOfToken({ token, serviceUrl: environment().PUBLIC_URL })
  return { number, version, issuedOn, keyId: key.keyId, token, verificationLink, statusIndex }
}
