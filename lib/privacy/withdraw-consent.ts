import { eq } from 'drizzle-orm'
import { applications, commitmentSignatures, consentWithdrawals } from '@/db/schema'
import { readReference, withdrawLockedCase } from '@/lib/applications'
import { lockOpenCase } from '@/lib/deadlines'
import { mayReadApplication, type ResidentViewer } from '@/lib/identity'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { keepRequest } from './keep-request'

export type ConsentFailure =
  | 'case-not-found'
  | 'already-withdrawn'
  | 'say-yes-to-withdraw'
  | 'time-had-run-out'

/**
 * Takes back the separate consent for sensitive data (个人信息保护法 art. 15). Without it an open case cannot be
 * handled any further: it is withdrawn with the consent, and only if the resident said yes to that. What was done
 * before keeps its force, and a certificate stays what it is.
 */
export async function withdrawConsent(
  { viewer, alsoWithdraw, ...asked }: { viewer: ResidentViewer; reference: string; alsoWithdraw: boolean },
  { db }: { db: Database },
): Promise<Result<{ withdrawn: boolean }, ConsentFailure>> {
  const read = readReference(asked.reference)
  if (!read.ok) return failed('case-not-found')
  const reference = read.value
  return db.transaction(async transaction => {
    const locked = await lockOpenCase(transaction, { reference })
    if (!locked.ok && locked.failure === 'time-had-run-out') return failed('time-had-run-out')
    const own = await ownConsent(transaction, { viewer, reference })
    if (!own) return failed('case-not-found')
    if (own.withdrawnAt) return failed('already-withdrawn')
    if (locked.ok && !alsoWithdraw) return failed('say-yes-to-withdraw')
    const { applicationId, version, textSha256 } = own
    const { residentId } = viewer
    await transaction.insert(consentWithdrawals).values({ applicationId, residentId, version, textSha256 })
    if (locked.ok) {
      const by = { kind: 'resident' as const, residentId }
      await withdrawLockedCase(transaction, { application: locked.value.application, by })
    }
    await keepRequest(transaction, {
      viewer,
      request: { kind: 'withdraw-consent', details: { reference, version, withdrawn: locked.ok } },
    })
    return done({ withdrawn: locked.ok })
  })
}

async function ownConsent(
  transaction: Transaction,
  { viewer, reference }: { viewer: ResidentViewer; reference: string },
) {
  const [row] = await transaction
    .select({
      application: applications,
      version: commitmentSignatures.version,
      textSha256: commitmentSignatures.textSha256,
      withdrawnAt: consentWithdrawals.withdrawnAt,
    })
    .from(applications)
    .innerJoin(commitmentSignatures, eq(commitmentSignatures.applicationId, applications.id))
    .leftJoin(consentWithdrawals, eq(consentWithdrawals.applicationId, applications.id))
    .where(eq(applications.reference, reference))
  if (!row || !mayReadApplication({ viewer, application: row.application })) return null
  const { application, ...consent } = row
  return { applicationId: application.id, ...consent }
}
