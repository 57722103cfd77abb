import { eq, inArray, sql } from 'drizzle-orm'
import { type CertificateHolder, certificateSerials, certificates, counties, offices } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { type CivilDate, civilDateIn } from '@/lib/platform/civil-date'
import { serviceNow, type Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { activeSigningKey } from './keys/active-key'
import type { SigningKey } from './keys/signing-key'
import { certificateIdentifier } from './numbers/electronic-certificate-identifier'
import { certificateNumber, newCheckCode } from './numbers/short-number'
import { signCertificateToken } from './token/certificate-token'
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
  const places = await placesOfIssue(transaction, toWrite)
  const indexes = await nextStatusIndexes(transaction, toWrite.length)
  const key = await activeSigningKey(transaction)
  const issuedOn = civilDateIn({ instant: issuedAt })
  const takeSequence = await takeSerials(transaction, { toWrite, issuedOn })
  const env = environment()
  const rows = toWrite.map(({ application, holders, basis, decidedByNumber, serial, version }, index) => {
    const place = places.get(application.officeCode ?? '')
    const statusIndex = indexes[index]
    if (!place || statusIndex === undefined) throw new Error('a registered case has its office and its place')
    const { officeCode } = place
    const number = certificateNumber({ officeCode, issuedOn, sequence: takeSequence(officeCode) })
    return {
      ...signedToken({ key, number, version, officeCode, issuedOn, holders, statusIndex }),
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
    }
  })
  return transaction.insert(certificates).values(rows).returning()
}

type PlaceOfIssue = { officeCode: string; officeName: string; countyName: string }

/** The offices of the cases by their code, as the certificates name them. */
async function placesOfIssue(
  transaction: Transaction,
  toWrite: readonly CertificateToWrite[],
): Promise<Map<string, PlaceOfIssue>> {
  const codes = new Set(toWrite.map(({ application }) => application.officeCode ?? ''))
  const places = await transaction
    .select({ officeCode: offices.code, officeName: offices.name, countyName: counties.name })
    .from(offices)
    .innerJoin(counties, eq(counties.code, offices.countyCode))
    .where(inArray(offices.code, [...codes]))
  return new Map(places.map(place => [place.officeCode, place]))
}

/** The token of a new certificate, signed with the key in use. */
function signedToken({
  key,
  holders,
  ...said
}: {
  key: SigningKey
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
  const verificationLink = `${environment().PUBLIC_URL}/v/${token}`
  return { number, version, issuedOn, keyId: key.keyId, token, verificationLink, statusIndex }
}

async function nextStatusIndexes(transaction: Transaction, count: number): Promise<number[]> {
  const rows = await transaction.execute<{ index: number }>(
    sql`select nextval('certificate_status_indexes')::integer as index from generate_series(1, ${count}::int)`,
  )
  return rows.map(({ index }) => index)
}

/**
 * The next running numbers of the offices on a day. An office's row orders those who ask at once; the rows
 * are taken in the order of the offices, so that no two transactions wait for each other.
 *
 * @returns gives the next number of an office at each call
 */
async function takeSerials(
  transaction: Transaction,
  { toWrite, issuedOn }: { toWrite: readonly CertificateToWrite[]; issuedOn: CivilDate },
): Promise<(officeCode: string) => number> {
  const wanted = new Map<string, number>()
  for (const { application } of toWrite) {
    const officeCode = application.officeCode ?? ''
    wanted.set(officeCode, (wanted.get(officeCode) ?? 0) + 1)
  }
  const rows = await transaction
    .insert(certificateSerials)
    .values(
      [...wanted.keys()].sort().map(officeCode => ({
        officeCode,
        issuedOn,
        last: wanted.get(officeCode) ?? 0,
      })),
    )
    .onConflictDoUpdate({
      target: [certificateSerials.officeCode, certificateSerials.issuedOn],
      set: { last: sql`${certificateSerials.last} + excluded.last` },
    })
    .returning({ officeCode: certificateSerials.officeCode, last: certificateSerials.last })
  const next = new Map(rows.map(({ officeCode, last }) => [officeCode, last - (wanted.get(officeCode) ?? 0)]))
  return officeCode => {
    const sequence = (next.get(officeCode) ?? 0) + 1
    next.set(officeCode, sequence)
    return sequence
  }
}
