import { desc, eq, sql } from 'drizzle-orm'
import { applications, certificates, revocationHearings } from '@/db/schema'
import { type HandlingFailure, whyNotHandle } from '@/lib/applications'
import { recordView } from '@/lib/audit'
import type { StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { Certificate } from '../write-certificate'
import type { Hearing } from './certificate-of-office'

/** The newest hearing about a certificate; the open one, if any. */
export async function findHearing(
  { certificateId }: { certificateId: string },
  { db }: { db: Database },
): Promise<Hearing | null> {
  const [hearing] = await db
    .select()
    .from(revocationHearings)
    .where(eq(revocationHearings.certificateId, certificateId))
    .orderBy(sql`${revocationHearings.decidedAt} is not null`, desc(revocationHearings.openedAt))
    .limit(1)
  return hearing ?? null
}

/** A certificate of the supervisor's own office with its hearing. A logged view: it shows its holders' whole names. */
export async function findCertificateToRevoke(
  { number, viewer }: { number: string; viewer: StaffViewer },
  { db }: { db: Database },
): Promise<
  Result<
    { certificate: Certificate; reference: string; hearing: Hearing | null },
    HandlingFailure | 'certificate-not-found'
  >
> {
  const [row] = await db
    .select({ certificate: certificates, application: applications })
    .from(certificates)
    .innerJoin(applications, eq(applications.id, certificates.applicationId))
    .where(eq(certificates.number, number))
  if (!row) return failed('certificate-not-found')
  const why = await whyNotHandle(db, { viewer, application: row.application, as: 'supervisor' })
  if (why) return failed(why)
  await recordView(db, { viewer, application: row.application, purpose: 'see-certificate' })
  const hearing = await findHearing({ certificateId: row.certificate.id }, { db })
  return done({ certificate: row.certificate, reference: row.application.reference ?? '', hearing })
}
