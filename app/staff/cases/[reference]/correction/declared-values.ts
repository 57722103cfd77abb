import { getLocale, getTranslations } from 'next-intl/server'
import { sayDate } from '@/components/say-moment'
import type { CorrectableField } from '@/lib/applications'
import { isIdentityDocumentKind, maskIdNumber } from '@/lib/identity/rules'
import type { StaffCase } from '@/lib/supervision'

/** What the application says now, field by field, so that the officer sees what they ask about. */
export async function declaredValues(found: StaffCase): Promise<Record<CorrectableField, string>> {
  const [t, locale] = await Promise.all([getTranslations('staff'), getLocale()])
  const { application, parties, now } = found
  const none = t('notice.none')
  const documentOf = (role: 'applicant' | 'other_parent') => {
    const party = parties.find(one => one.role === role)
    if (!party?.documentKind || !isIdentityDocumentKind(party.documentKind)) return none
    return `${t(`document.${party.documentKind}`)} ${maskIdNumber(party.documentNumber ?? '')}`
  }
  const nameOf = (role: 'applicant' | 'other_parent') => parties.find(one => one.role === role)?.name ?? none
  const date = application.childBirthDate
  return {
    'applicant-name': nameOf('applicant'),
    'applicant-document': documentOf('applicant'),
    'other-parent-name': nameOf('other_parent'),
    'other-parent-document': documentOf('other_parent'),
    address: application.address ?? none,
    stage: t(application.stage === 'born' ? 'notice.born' : 'facts.expecting'),
    'child-birth-date': date ? sayDate({ date, now, locale, byName: false }) : none,
    'birth-certificate-number': application.birthCertificateNumber ?? none,
  }
}
