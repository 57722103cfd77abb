import { and, eq, sql } from 'drizzle-orm'
import {
  applicationParties,
  type CertificateHolder,
  certificateSerials,
  certificates,
  counties,
  offices,
} from '@/db/schema'
import { type Application, recordEvent } from '@/lib/applications'
import { maskIdNumber } from '@/lib/identity/rules'
import { civilDateIn } from '@/lib/platform/civil-date'
import { serviceNow, type Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { activeSigningKey } from './keys/active-key'
import { certificateIdentifier, newSerial } from './numbers/electronic-certificate-identifier'
import { certificateNumber, newCheckCode } from './numbers/short-number'
import { charactersThatDoNotPrint } from './paper/characters-that-do-not-print'
import { signCertificateToken } from './token/certificate-token'
import { hashNames, newNameSalt } from './token/token-content'

export type Certificate = typeof certificates.$inferSelect

/**
 * Issues the certificate of a registered case, in the transaction that registers it, and freezes what it
 * says. A name with a character that no font of ours has is never printed wrong: the certificate waits, the
 * registration stands, and the case's history says why.
 */
export async function issueCertificate(
  transaction: Transaction,
  {
    application,
    basis,
    decidedByNumber,
  }: { application: Application; basis: Certificate['registrationBasis']; decidedByNumber: string | null },
): Promise<{ number: string | null; notPrintable: string[] }> {
  const holders = await holdersOf(transaction, application)
  const notPrintable = await charactersThatDoNotPrint(holders.map(({ name }) => name).join(''))
  if (notPrintable.length > 0) {
    await recordEvent(transaction, {
      application,
      name: 'certificate-waits-for-glyphs',
      from: application.status,
      to: application.status,
      by: { kind: 'system' },
    })
    return { number: null, notPrintable }
  }
  const issuedAt = await serviceNow(transaction)
  const place = await placeOfIssue(transaction, application)
  const paper = await signedPaper(transaction, { officeCode: place.officeCode, issuedAt, holders })
  const env = environment()
  await transaction.insert(certificates).values({
    ...paper,
    ...place,
    applicationId: application.id,
    identifier: certificateIdentifier({
      typeCode: env.CERTIFICATE_TYPE_CODE,
      issuerCode: env.CERTIFICATE_ISSUER_CODE,
      serial: newSerial(),
      version: 1,
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
  return { number: paper.number, notPrintable: [] }
}

/** The applicant, and the other parent once they have confirmed on their own phone (DESIGN §6). */
async function holdersOf(transaction: Transaction, application: Application): Promise<CertificateHolder[]> {
  const parties = await transaction
    .select()
    .from(applicationParties)
    .where(
      and(
        eq(applicationParties.applicationId, application.id),
        sql`(${applicationParties.role} = 'applicant'
          or (${applicationParties.role} = 'other_parent' and ${applicationParties.confirmedAt} is not null))`,
      ),
    )
    .orderBy(sql`${applicationParties.role} <> 'applicant'`)
  return parties.map(({ name, documentNumber }) => ({
    name,
    maskedDocumentNumber: maskIdNumber(documentNumber ?? ''),
  }))
}

async function placeOfIssue(
  transaction: Transaction,
  application: Application,
): Promise<{ officeCode: string; officeName: string; countyName: string }> {
  const [place] = await transaction
    .select({ officeCode: offices.code, officeName: offices.name, countyName: counties.name })
    .from(offices)
    .innerJoin(counties, eq(counties.code, offices.countyCode))
    .where(eq(offices.code, application.officeCode ?? ''))
  if (!place) throw new Error('a registered case has its office')
  return place
}

async function signedPaper(
  transaction: Transaction,
  { officeCode, issuedAt, holders }: { officeCode: string; issuedAt: Date; holders: CertificateHolder[] },
): Promise<Pick<Certificate, 'number' | 'version' | 'issuedOn' | 'keyId' | 'token' | 'verificationLink'>> {
  const issuedOn = civilDateIn({ instant: issuedAt })
  const sequence = await nextSerial(transaction, { officeCode, issuedOn })
  const number = certificateNumber({ officeCode, issuedOn, sequence })
  const key = await activeSigningKey(transaction)
  const nameSalt = newNameSalt()
  const token = signCertificateToken({
    key,
    content: {
      number,
      version: 1,
      type: 'birth-service-registration',
      officeCode,
      issuedOn,
      nameSalt,
      nameHash: hashNames({ names: holders.map(({ name }) => name), salt: nameSalt }),
    },
  })
  const verificationLink = `${environment().PUBLIC_URL}/v/${token}`
  return { number, version: 1, issuedOn, keyId: key.keyId, token, verificationLink }
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
