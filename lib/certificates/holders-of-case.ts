import { and, eq, isNotNull, or, sql } from 'drizzle-orm'
import { applicationParties, type CertificateHolder } from '@/db/schema'
import { maskIdNumber } from '@/lib/identity/rules'
import { isAmong, type Transaction } from '@/lib/platform/database'

/** The applicant, and the other parent once they have confirmed on their own phone (DESIGN §6). */
export async function holdersOf(
  transaction: Transaction,
  application: { id: string },
): Promise<CertificateHolder[]> {
  const holders = await holdersOfCases(transaction, [application])
  return holders.get(application.id) ?? []
}

/** The same for many cases, by the id of the case. */
export async function holdersOfCases(
  transaction: Transaction,
  applications: readonly { id: string }[],
): Promise<Map<string, CertificateHolder[]>> {
  const { applicationId, role, name, documentNumber, confirmedAt } = applicationParties
  const parties = await transaction
    .select({ applicationId, name, documentNumber })
    .from(applicationParties)
    .where(
      and(
        isAmong(
          applicationId,
          applications.map(({ id }) => id),
        ),
        or(eq(role, 'applicant'), and(eq(role, 'other_parent'), isNotNull(confirmedAt))),
      ),
    )
    .orderBy(sql`${role} <> 'applicant'`)
  const holders = new Map<string, CertificateHolder[]>()
  for (const party of parties) {
    const holder = { name: party.name, maskedDocumentNumber: maskIdNumber(party.documentNumber ?? '') }
    holders.set(party.applicationId, [...(holders.get(party.applicationId) ?? []), holder])
  }
  return holders
}
