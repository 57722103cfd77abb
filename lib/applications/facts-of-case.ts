import { and, eq } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { applicationParties, applications } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import type { Queryable, Transaction } from '@/lib/platform/database'
import type { DeclaredFacts } from './corrected-facts'
import type { Application } from './make-transition'

type Party = typeof applicationParties.$inferSelect

/** The declared facts of a case as they stand. */
export async function factsOfCase(
  db: Queryable,
  { application }: { application: Application },
): Promise<DeclaredFacts> {
  const parties = await db
    .select()
    .from(applicationParties)
    .where(eq(applicationParties.applicationId, application.id))
  return declaredFactsOf({ application, parties })
}

/** The same facts from rows that were already read. */
export function declaredFactsOf({
  application,
  parties,
}: {
  application: Application
  parties: Party[]
}): DeclaredFacts {
  const applicant = parties.find(({ role }) => role === 'applicant')
  const other = parties.find(({ role }) => role === 'other_parent')
  return {
    'applicant-name': applicant?.name ?? null,
    'applicant-document-kind': applicant?.documentKind ?? null,
    'applicant-document-number': applicant?.documentNumber ?? null,
    'other-parent-name': other?.name ?? null,
    'other-parent-document-kind': other?.documentKind ?? null,
    'other-parent-document-number': other?.documentNumber ?? null,
    'address-basis': application.addressBasis,
    'address-detail': application.address,
    stage: application.stage,
    'child-birth-date': application.childBirthDate,
    'birth-certificate-number': application.birthCertificateNumber,
  }
}

/** Writes corrected facts to the case and its parties, in the caller's transaction. */
export async function writeFacts(
  transaction: Transaction,
  { application, facts }: { application: Application; facts: DeclaredFacts },
): Promise<void> {
  await transaction
    .update(applications)
    .set({
      addressBasis: facts['address-basis'] === 'household' ? 'household' : 'residence',
      address: facts['address-detail'],
      stage: facts.stage === 'born' ? 'born' : 'expecting',
      childBirthDate: facts['child-birth-date'],
      birthCertificateNumber: facts['birth-certificate-number'],
      updatedAt: serviceNow,
    })
    .where(eq(applications.id, application.id))
  await writeParty(transaction, {
    application,
    role: 'applicant',
    name: facts['applicant-name'],
    documentKind: facts['applicant-document-kind'],
    documentNumber: facts['applicant-document-number'],
  })
  await writeParty(transaction, {
    application,
    role: 'other_parent',
    name: facts['other-parent-name'],
    documentKind: facts['other-parent-document-kind'],
    documentNumber: facts['other-parent-document-number'],
  })
}

/** Nobody who was not named becomes a party by a correction: there is then no row to update. */
async function writeParty(
  transaction: Transaction,
  {
    application,
    role,
    name,
    documentKind,
    documentNumber,
  }: {
    application: Application
    role: Party['role']
    name: string | null
    documentKind: string | null
    documentNumber: string | null
  },
): Promise<void> {
  if (name === null || documentNumber === null) return
  await transaction
    .update(applicationParties)
    .set({
      name,
      documentKind,
      documentNumber,
      documentNumberLookup: personalLookup({ kind: 'id-number', value: documentNumber }),
    })
    .where(and(eq(applicationParties.applicationId, application.id), eq(applicationParties.role, role)))
}
