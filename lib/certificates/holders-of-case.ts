import { and, eq, sql } from 'drizzle-orm'
import { applicationParties, type CertificateHolder } from '@/db/schema'
import { maskIdNumber } from '@/lib/identity/rules'
import type { Transaction } from '@/lib/platform/database'

/** The applicant, and the other parent once they have confirmed on their own phone (DESIGN §6). */
export async function holdersOf(
  transaction: Transaction,
  application: { id: string },
): Promise<CertificateHolder[]> {
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
