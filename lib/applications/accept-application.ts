import { and, eq } from 'drizzle-orm'
import { personalLookup } from '@/db/personal-data'
import { applicationParties, applications, commitmentSignatures, residents } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { startOfficeClock } from '@/lib/deadlines'
import type { ResidentViewer } from '@/lib/identity'
import { notifyResident } from '@/lib/notifications'
import { serviceNow as presentTime, type Transaction } from '@/lib/platform/database'
import { askOtherParent } from './ask-other-parent'
import { type Commitment, currentCommitment } from './current-commitment'
import type { CompleteApplication, NamedParent } from './form/complete-application'
import { type Application, makeTransition } from './make-transition'
import { askPrincipal } from './mandate'
import { newReference } from './reference'

type Resident = typeof residents.$inferSelect

/**
 * Accepts a complete application on the spot: submission is acceptance (行政许可法 art. 32 (5)), so the
 * office's clock starts here. Writes the case, its parties and the signature of the commitment, sends the
 * receipt, and asks the other parent, if one was named, to confirm on their own phone.
 *
 * @param codeConfirmedAt when the one-time code that signs was right
 * @param assistedBy who typed it in at a counter, with the applicant present: same clocks, marked as such
 * @throws where the draft is not one of this resident; the caller has locked it
 */
export async function acceptApplication(
  transaction: Transaction,
  {
    draftId,
    residentId,
    application,
    codeConfirmedAt,
    assistedBy,
  }: {
    draftId: string
    residentId: string
    application: CompleteApplication
    codeConfirmedAt: Date
    assistedBy?: ResidentViewer['assistedBy']
  },
): Promise<{ reference: string; officeMustDecideBy: Date }> {
  const [resident, reference, commitment] = await Promise.all([
    residentOfDraft(transaction, { draftId, residentId }),
    newReference(transaction),
    currentCommitment(transaction),
  ])
  const accepted = await makeTransition(transaction, {
    applicationId: draftId,
    name: 'submit',
    by: { kind: 'resident', residentId },
    ...(assistedBy && { details: { assistedBy: assistedBy.staffNumber } }),
    set: {
      ...declaredFacts(application),
      ...contactOf(resident),
      reference,
      assistedById: assistedBy?.staffId ?? null,
      acceptedAt: await presentTime(transaction),
    },
  })
  if (!accepted) throw new Error('a locked draft can be submitted')
  await Promise.all([
    keepParties(transaction, { accepted, application }),
    keepSignature(transaction, { applicationId: accepted.id, application, commitment, codeConfirmedAt }),
  ])
  if (application.otherParent) await askOtherParent(transaction, { application: accepted })
  const mandate = application.proxy?.mandate
  if (mandate?.kind === 'own-phone') {
    await askPrincipal(transaction, { application: accepted, phone: mandate.phone })
  }
  const clock = await startOfficeClock(transaction, { application: accepted })
  await notifyResident(transaction, { application: accepted, template: 'application-accepted' })
  return { reference, officeMustDecideBy: clock.dueAt }
}

async function residentOfDraft(
  transaction: Transaction,
  { draftId, residentId }: { draftId: string; residentId: string },
): Promise<Resident> {
  const [row] = await transaction
    .select({ resident: residents })
    .from(applications)
    .innerJoin(residents, eq(residents.id, applications.residentId))
    .where(and(eq(applications.id, draftId), eq(applications.residentId, residentId)))
    .for('update', { of: applications })
  if (!row) throw new Error('only a draft of the resident is accepted')
  return row.resident
}

function contactOf({ phone, phoneLookup }: Resident) {
  return { contactPhone: phone, contactPhoneLookup: phoneLookup }
}

/** What was declared, without what was typed on the way: the draft's answers are cleared. */
function declaredFacts(application: CompleteApplication) {
  return {
    draftAnswers: null,
    appliedBy: application.appliedBy,
    proxyRelation: application.proxy?.relation ?? null,
    mandate: application.proxy?.mandate.kind ?? null,
    officeCode: application.address.officeCode,
    addressBasis: application.address.basis,
    address: application.address.detail,
    stage: application.stage,
    childBirthDate: application.childBirthDate,
    birthCertificateNumber: application.birthCertificateNumber,
  }
}

async function keepParties(
  transaction: Transaction,
  { accepted, application }: { accepted: Application; application: CompleteApplication },
): Promise<void> {
  const { applicant, otherParent, proxy } = application
  const parties: Omit<typeof applicationParties.$inferInsert, 'applicationId'>[] = [
    { role: 'applicant', ...namedWithDocument(applicant) },
  ]
  if (proxy) parties.push({ role: 'proxy', name: proxy.name })
  if (otherParent) {
    parties.push({ role: 'other_parent', ...namedWithDocument(otherParent), phone: otherParent.phone })
  }
  await transaction
    .insert(applicationParties)
    .values(parties.map(party => ({ applicationId: accepted.id, ...party })))
}

function namedWithDocument({ name, document }: NamedParent) {
  return {
    name,
    documentKind: document.kind,
    documentNumber: document.number,
    documentNumberLookup: personalLookup({ kind: 'id-number', value: document.number }),
  }
}

/** The act of signing names the text that was promised by its version and digest (电子签名法 art. 13). */
async function keepSignature(
  transaction: Transaction,
  {
    applicationId,
    application,
    commitment: { version, sha256 },
    codeConfirmedAt,
  }: {
    applicationId: string
    application: CompleteApplication
    commitment: Commitment
    codeConfirmedAt: Date
  },
): Promise<void> {
  await transaction.insert(commitmentSignatures).values({
    applicationId,
    version,
    textSha256: sha256,
    way: application.way,
    typedName: application.typedName,
    codeConfirmedAt,
    sensitiveDataConsentAt: serviceNow,
  })
}
