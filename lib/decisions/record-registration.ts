import { decisions } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { type IssuedOrWaiting, issueCertificates } from '@/lib/certificates'
import type { Transaction } from '@/lib/platform/database'

export type Decision = typeof decisions.$inferSelect

type Registration = {
  basis: Decision['basis']
  decidedBy: { id: string; staffNumber: string } | null
}

/**
 * Records that a case is registered and issues its certificate, in the caller's transaction.
 *
 * @returns `notPrintable`: the characters that no font of ours has, for which the certificate waits; the
 *   registration itself stands, since a missing glyph is no reason to refuse anybody
 */
export async function recordRegistration(
  transaction: Transaction,
  { application, ...registration }: Registration & { application: Application },
): Promise<IssuedOrWaiting> {
  const [issued] = await recordRegistrations(transaction, { applications: [application], ...registration })
  if (!issued) throw new Error('a registered case has its certificate, or waits for it')
  return issued
}

/** The same for many cases that are registered for the same reason. */
export async function recordRegistrations(
  transaction: Transaction,
  { applications, basis, decidedBy }: Registration & { applications: readonly Application[] },
): Promise<IssuedOrWaiting[]> {
  await transaction.insert(decisions).values(
    applications.map(({ id, officeCode }) => {
      if (!officeCode) throw new Error('a draft cannot be registered')
      return {
        applicationId: id,
        outcome: 'registered' as const,
        basis,
        officeCode,
        decidedById: decidedBy?.id ?? null,
      }
    }),
  )
  return issueCertificates(transaction, {
    applications,
    basis,
    decidedByNumber: decidedBy?.staffNumber ?? null,
  })
}
