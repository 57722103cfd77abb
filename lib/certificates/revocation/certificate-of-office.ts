import { and, eq, isNull } from 'drizzle-orm'
import { applications, certificates, revocationHearings } from '@/db/schema'
import { type Application, type HandlingFailure, whyNotHandle } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import type { Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { Certificate } from '../write-certificate'

export type Hearing = typeof revocationHearings.$inferSelect
export type HearingCase = { certificate: Certificate; application: Application; hearing: Hearing | null }

/** Locks a certificate with its case and the hearing that is open, for a supervisor of its office. */
export async function lockForSupervisor(
  transaction: Transaction,
  { number, viewer }: { number: string; viewer: StaffViewer },
): Promise<Result<HearingCase, HandlingFailure | 'certificate-not-found'>> {
  const found = await lockCertificate(transaction, { number })
  if (!found) return failed('certificate-not-found')
  const why = await whyNotHandle(transaction, { viewer, application: found.application, as: 'supervisor' })
  return why ? failed(why) : done(found)
}

/** Locks a certificate, so that opening, answering and deciding a hearing come one after the other. */
export async function lockCertificate(
  transaction: Transaction,
  { number }: { number: string },
): Promise<HearingCase | null> {
  const [row] = await transaction
    .select({ certificate: certificates, application: applications })
    .from(certificates)
    .innerJoin(applications, eq(applications.id, certificates.applicationId))
    .where(eq(certificates.number, number))
    .for('update')
  if (!row) return null
  const [hearing] = await transaction
    .select()
    .from(revocationHearings)
    .where(
      and(eq(revocationHearings.certificateId, row.certificate.id), isNull(revocationHearings.decidedAt)),
    )
  return { ...row, hearing: hearing ?? null }
}
