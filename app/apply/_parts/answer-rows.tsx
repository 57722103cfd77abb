import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HowItPrints } from '@/app/_names/how-it-prints'
import { CivilDate } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { SummaryList, type SummaryRow } from '@/components/summary-list'
import type {
  CompleteApplication,
  Draft,
  Mandate,
  NamedParent,
  PublishedOffice,
  QuestionName,
} from '@/lib/applications'
import { displayPhone, maskIdNumber } from '@/lib/identity'
import { applyAddress } from './addresses'

type AnswerRowsProps = {
  application: Omit<CompleteApplication, 'typedName'>
  office: PublishedOffice
  draftId: string
  commitmentVersion: string
  /** As typed: where a name was folded to the one that is printed, its row says so. */
  answers: Draft['answers']
}

/** Every answer in the order of the form, each with the way back to its question. */
export function AnswerRows({ application, office, draftId, commitmentVersion, answers }: AnswerRowsProps) {
  const t = useTranslations('apply')
  const locale = useLocale()
  const row = (step: QuestionName, value: ReactNode, term = t(`stepName.${step}`)): SummaryRow => ({
    term,
    value,
    action: { href: applyAddress({ draftId, step, from: 'check' }), label: t('change') },
  })
  const { proxy, otherParent, address } = application
  const rows = [
    row('who-applies', t(`whoApplies.${proxy?.relation ?? 'self'}`)),
    ...(proxy
      ? [
          row('proxy', proxy.name),
          row('proxy', <SaidMandate mandate={proxy.mandate} />, t('mandate.mandate')),
        ]
      : []),
    row('applicant', <NamedWithDocument parent={application.applicant} typed={answers.applicant?.name} />),
    row('other-parent', otherParent ? t('otherParent.yes') : t('otherParent.no')),
    ...(otherParent
      ? [
          row(
            'other-parent-details',
            <>
              <NamedWithDocument parent={otherParent} typed={answers['other-parent-details']?.name} />
              <span className="block">{displayPhone(otherParent.phone)}</span>
              <span className="block text-small text-ink-soft">{t('check.printed')}</span>
            </>,
          ),
        ]
      : []),
    row(
      'address',
      `${locale === 'en' ? office.nameEnglish : office.townshipName} ${address.detail}`,
      t(`address.${address.basis}`),
    ),
    {
      term: t('check.office'),
      value: <OfficeToCall office={office} name={officeName({ office, locale })} />,
    },
    row('stage', t(`stage.${application.stage}`)),
    ...(application.childBirthDate
      ? [row('child', <CivilDate date={application.childBirthDate} />, t('child.birthDate'))]
      : []),
    ...(application.childBirthDate
      ? [
          row(
            'child',
            application.birthCertificateNumber ?? t('check.noCertificateNumber'),
            t('child.certificateNumber'),
          ),
        ]
      : []),
    row(
      'commitment',
      t(application.way === 'check' ? 'check.checking' : 'check.promised', { version: commitmentVersion }),
    ),
  ]
  return <SummaryList rows={rows} />
}

function SaidMandate({ mandate }: { mandate: Mandate }) {
  const t = useTranslations('apply.mandate')
  const phone = mandate.kind === 'own-phone' ? displayPhone(mandate.phone) : ''
  return <>{t(mandate.kind, { phone })}</>
}

type NamedWithDocumentProps = { parent: NamedParent; typed: string | undefined }

function NamedWithDocument({ parent: { name, document }, typed }: NamedWithDocumentProps) {
  const t = useTranslations('apply')
  return (
    <>
      {name}
      {typed?.trim() !== name && <span className="block text-small text-ink-soft">{t('check.folded')}</span>}
      <HowItPrints name={name} />
      <span className="block">
        {t(`person.kind.${document.kind}`)} {maskIdNumber(document.number)}
      </span>
    </>
  )
}

function OfficeToCall({ office, name }: { office: PublishedOffice; name: string }) {
  return (
    <>
      {name}
      <span className="block text-small text-ink-soft">{office.phone}</span>
    </>
  )
}
