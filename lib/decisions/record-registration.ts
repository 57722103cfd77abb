import { decisions } from '@/db/schema'
import type { Application } from '@/lib/applications'
import { issueCertificate } from '@/lib/certificates'
import type { Transaction } from '@/lib/platform/database'

export type Decision = typeof decisions.$inferSelect

/**
 * Records that a case is registered and issues its certificate, in the caller's transaction.
 *
 * @returns `notPrintable`: the characters that no font of ours has, for which the certificate waits; the
 *   registration itself stands, since a missing glyph is no reason to refuse anybody
 */
export async function recordRegistration(
  transaction: Transaction,
  {
    application,
    basis,
    decidedBy,
  }: {
    application: Application
    basis: Decision['basis']
    decidedBy: { id: string; staffNumber: string } | null
  },
): Promise<{ number: string | null; notPrintable: string[] }> {
  if (!application.officeCode) throw new Error('a draft cannot be registered')
  await transaction.insert(decisions).values({
    applicationId: application.id,
    outcome: 'registered',
    basis,
    officeCode: application.officeCode,
    decidedById: decidedBy?.id ?? null,
  })
  return issueCertificate(transaction, {
    application,
    basis,
    decidedByNumber: decidedBy?.staffNumber ?? null,
  })
}
