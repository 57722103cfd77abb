import type { applicationParties, applications } from '@/db/schema'
import type { DraftAnswers } from '@/db/schema/applications'
import { displayPhone } from '@/lib/identity'

type Application = typeof applications.$inferSelect
type Party = typeof applicationParties.$inferSelect

/**
 * The answers that would lead to this application again: everything but the commitment and the signature,
 * which are given anew each time.
 */
export function answersOfApplication({
  application,
  parties,
}: {
  application: Application
  parties: readonly Party[]
}): DraftAnswers {
  const partyOf = (role: Party['role']) => parties.find(party => party.role === role)
  const [applicant, otherParent, proxy] = [partyOf('applicant'), partyOf('other_parent'), partyOf('proxy')]
  return {
    'who-applies': { who: application.proxyRelation ?? 'self' },
    ...(proxy ? { proxy: { name: proxy.name, ...mandateOf({ application, applicant }) } } : {}),
    ...(applicant ? { applicant: named(applicant) } : {}),
    'other-parent': { named: otherParent ? 'yes' : 'no' },
    ...(otherParent
      ? { 'other-parent-details': { ...named(otherParent), phone: displayPhone(otherParent.phone ?? '') } }
      : {}),
    address: addressOf(application),
    stage: { stage: application.stage ?? '' },
    ...(application.childBirthDate ? { child: childOf(application) } : {}),
  }
}

function mandateOf({
  application: { mandate },
  applicant,
}: {
  application: Application
  applicant: Party | undefined
}): Record<string, string> {
  if (mandate === null) return {}
  return { mandate, phone: applicant?.phone ? displayPhone(applicant.phone) : '' }
}

function named({ name, documentKind, documentNumber }: Party): Record<string, string> {
  const number = documentNumber ?? ''
  return documentKind === 'resident-id-card'
    ? { name, idNumber: number }
    : { name, otherKind: documentKind ?? '', otherNumber: number }
}

function addressOf({ addressBasis, officeCode, address }: Application): Record<string, string> {
  return { basis: addressBasis ?? '', office: officeCode ?? '', detail: address ?? '' }
}

function childOf({ childBirthDate, birthCertificateNumber }: Application): Record<string, string> {
  const [year = '', month = '', day = ''] = (childBirthDate ?? '').split('-')
  return {
    'birthDate-year': year,
    'birthDate-month': month,
    'birthDate-day': day,
    certificateNumber: birthCertificateNumber ?? '',
  }
}
