import { eq, sql } from 'drizzle-orm'
import { type CertificateHolder, certificateSerials, certificates, counties, offices } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { civilDateIn } from '@/lib/platform/civil-date'
import { serviceNow, type Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { activeSigningKey } from './keys/active-key'
import { certificateIdentifier } from './numbers/electronic-certificate-identifier'
import { certificateNumber, newCheckCode } from './numbers/short-number'
import { signCertificateToken } from './token/certificate-token'
import { hashNames, newNameSalt } from './token/token-content'

export type Certificate = typeof certificates.$inferSelect

/** Writes a certificate down and freezes what it says: holders, office, who decided, and why it was registered. */
export async function writeCertificate(
  transaction: Transaction,
  {
    application,
    holders,
    basis,
    decidedByNumber,
    serial,
    version,
  }: {
    application: Pick<Application, 'id' | 'officeCode'>
    holders: CertificateHolder[]
    basis: Certificate['registrationBasis']
    decidedByNumber: string | null
    /** The serial of its electronic identifier, which all versions of a certificate share. */
    serial: string
    version: number
  },
): Promise<Certificate> {
  const issuedAt = await serviceNow(transaction)
  const place = await placeOfIssue(transaction, application)
  const signed = await signedToken(transaction, { officeCode: place.officeCode, issuedAt, holders, version })
  const env = environment()
  const [certificate] = await transaction
    .insert(certificates)
    .values({
      ...signed,
      ...place,
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
      issuedAt,
      demonstration: env.DEMO_MODE === 'on',
    })
    .returning()
  if (!certificate) throw new Error('the certificate was not written')
  return certificate
}

async function placeOfIssue(
  transaction: Transaction,
  application: Pick<Application, 'officeCode'>,
): Promise<{ officeCode: string; officeName: string; countyName: string }> {
  const [place] = await transaction
    .select({ officeCode: offices.code, officeName: offices.name, countyName: counties.name })
    .from(offices)
    .innerJoin(counties, eq(counties.code, offices.countyCode))
    .where(eq(offices.code, application.officeCode ?? ''))
  if (!place) throw new Error('a registered case has its office')
  return place
}

/** Number and token of a new certificate, signed with the key in use. */
async function signedToken(
  transaction: Transaction,
  {
    officeCode,
    issuedAt,
    holders,
    version,
  }: { officeCode: string; issuedAt: Date; holders: CertificateHolder[]; version: number },
) {
  const issuedOn = civilDateIn({ instant: issuedAt })
  const sequence = await nextSerial(transaction, { officeCode, issuedOn })
  const number = certificateNumber({ officeCode, issuedOn, sequence })
  const [statusIndex, key] = [await nextStatusIndex(transaction), await activeSigningKey(transaction)]
  const nameSalt = newNameSalt()
  const token = signCertificateToken({
    key,
    content: {
      number,
      version,
      type: 'birth-service-registration',
      officeCode,
      issuedOn,
      nameSalt,
      nameHash: hashNames({ names: holders.map(({ name }) => name), salt: nameSalt }),
      statusIndex,
    },
  })
  const verificationLink = `${environment().PUBLIC_URL}/v/${token}`
  return { number, version, issuedOn, keyId: key.keyId, token, verificationLink, statusIndex }
}

async function nextStatusIndex(transaction: Transaction): Promise<number> {
  const [row] = await transaction.execute<{ index: number }>(
    sql`select nextval('certificate_status_indexes')::integer as index`,
  )
  if (!row) throw new Error('a place in the status list was not given')
  return row.index
}

/** The next running number of an office on a day; its row orders those who ask at once. */
async function nextSerial(
  transaction: Transaction,
  { officeCode, issuedOn }: { officeCode: string; issuedOn: string },
): Promise<number> {
  const [row] = await transaction
    .insert(certificateSerials)
    .values({ officeCode, issuedOn, last: 1 })
    .onConflictDoUpdate({
      target: [certificateSerials.officeCode, certificateSerials.issuedOn],
      set: { last: sql`${certificateSerials.last} + 1` },
    })
    .returning({ last: certificateSerials.last })
  if (!row) throw new Error('the serial of a certificate was not given')
  return row.last
}
