import { and, asc, eq, isNull } from 'drizzle-orm'
import { applications, waitingCertificates } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import { recordEvent } from '@/lib/applications'
import { codePointOf } from '@/lib/characters'
import { notifyResident } from '@/lib/notifications'
import type { Database, Transaction } from '@/lib/platform/database'
import { findCertificateOfCase } from '../find-certificate'
import { holdersOf } from '../holders-of-case'
import { newSerial } from '../numbers/electronic-certificate-identifier'
import { charactersThatDoNotPrint } from '../paper/characters-that-do-not-print'
import { writeCertificate } from '../write-certificate'

/**
 * Issues the certificates that waited for a character, once a font draws it or the name was corrected. Each is a
 * transaction of its own, so that one that fails keeps no other waiting; the rest wait on.
 *
 * @returns how many were issued, and what went wrong with which case
 */
export async function issueWaitingCertificates({
  db,
}: {
  db: Database
}): Promise<{ issued: number; failed: { applicationId: string; error: unknown }[] }> {
  const waiting = await db
    .select({ applicationId: waitingCertificates.applicationId })
    .from(waitingCertificates)
    .where(isNull(waitingCertificates.issuedAt))
    .orderBy(asc(waitingCertificates.since))
  const failed: { applicationId: string; error: unknown }[] = []
  let issued = 0
  for (const { applicationId } of waiting) {
    try {
      if (await db.transaction(transaction => issueIfPrintable(transaction, { applicationId }))) issued += 1
    } catch (error) {
      failed.push({ applicationId, error })
    }
  }
  return { issued, failed }
}

async function issueIfPrintable(
  transaction: Transaction,
  { applicationId }: { applicationId: string },
): Promise<boolean> {
  const [found] = await transaction
    .select({ waiting: waitingCertificates, application: applications })
    .from(waitingCertificates)
    .innerJoin(applications, eq(applications.id, waitingCertificates.applicationId))
    .where(and(eq(waitingCertificates.applicationId, applicationId), isNull(waitingCertificates.issuedAt)))
    .for('update', { skipLocked: true })
  if (found?.application.status !== 'registered') return false
  const { waiting, application } = found
  const holders = await holdersOf(transaction, application)
  const notPrintable = charactersThatDoNotPrint(holders.map(({ name }) => name).join(''))
  const keep = (change: { characters?: string[]; issuedAt?: typeof serviceNowSql }) =>
    transaction
      .update(waitingCertificates)
      .set(change)
      .where(eq(waitingCertificates.applicationId, applicationId))
  if (notPrintable.length > 0) {
    await keep({ characters: notPrintable.map(codePointOf) })
    return false
  }
  await keep({ issuedAt: serviceNowSql })
  if (await findCertificateOfCase(transaction, { applicationId })) return false
  await writeCertificate(transaction, {
    application,
    holders,
    basis: waiting.registrationBasis,
    decidedByNumber: waiting.decidedByNumber,
    serial: newSerial(),
    version: 1,
  })
  await recordEvent(transaction, {
    application,
    name: 'certificate-issued-later',
    from: application.status,
    to: application.status,
    by: { kind: 'system' },
  })
  await notifyResident(transaction, { application, template: 'certificate-issued-later' })
  return true
}
