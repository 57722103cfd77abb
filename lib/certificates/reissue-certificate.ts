import { and, eq, sql } from 'drizzle-orm'
import { certificates } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { type Application, recordEvent } from '@/lib/applications'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import { holdersOf } from './holders-of-case'
import { serialOfIdentifier } from './numbers/electronic-certificate-identifier'
import { charactersThatDoNotPrint } from './paper/characters-that-do-not-print'
import { lockCertificate } from './revocation/certificate-of-office'
import { type Certificate, writeCertificate } from './write-certificate'

/** A certificate can be replaced so often in a day; each replacement makes the last paper worthless. */
const REISSUES_A_DAY = 3

export type ReissueFailure =
  | 'certificate-not-found'
  | 'no-longer-valid'
  | 'hearing-open'
  | 'not-printable'
  | 'limit-reached'

/**
 * Replaces a valid certificate of one's own by a new version, as after a loss, or once the other parent has
 * confirmed. From then on a check of the old paper says that it was replaced; the old file stays retrievable.
 */
export async function reissueCertificate(
  { number, viewer }: { number: string; viewer: ResidentViewer },
  { db }: { db: Database },
): Promise<Result<{ number: string }, ReissueFailure>> {
  return db.transaction(async transaction => {
    const found = await lockCertificate(transaction, { number })
    if (!found || !mayReadApplication({ viewer, ...found })) return failed('certificate-not-found')
    const { certificate, application, hearing } = found
    if (certificate.status !== 'valid') return failed('no-longer-valid')
    // Nobody gets out of a hearing by replacing the certificate that it is about.
    if (hearing) return failed('hearing-open')
    const holders = await holdersOf(transaction, application)
    if (charactersThatDoNotPrint(holders.map(({ name }) => name).join('')).length > 0) {
      return failed('not-printable')
    }
    const bucket = { kind: 'reissue', value: application.id }
    const taken = await takeFromLimit({ bucket, limit: REISSUES_A_DAY, windowSeconds: 86_400 }, { db })
    if (!taken.ok) return failed('limit-reached', taken.details)
    const reissued = await supersede(transaction, { certificate, application, holders })
    await recordEvent(transaction, {
      application,
      name: 'certificate-reissued',
      from: application.status,
      to: application.status,
      by: { kind: 'resident', residentId: viewer.residentId },
    })
    await notifyResident(transaction, { application, template: 'certificate-reissued' })
    return done({ number: reissued.number })
  })
}

async function supersede(
  transaction: Transaction,
  {
    certificate,
    application,
    holders,
  }: { certificate: Certificate; application: Application; holders: Certificate['holders'] },
): Promise<Certificate> {
  await transaction
    .update(certificates)
    .set({ status: 'superseded', statusSince: serviceNowSql })
    .where(and(eq(certificates.id, certificate.id), sql`${certificates.status} = 'valid'`))
  return writeCertificate(transaction, {
    application,
    holders,
    basis: certificate.registrationBasis,
    decidedByNumber: certificate.decidedByNumber,
    serial: serialOfIdentifier(certificate.identifier),
    version: certificate.version + 1,
  })
}
