import { useLocale, useTranslations } from 'next-intl'
import { reasonInLanguage } from '@/app/_case/reason-in-language'
import { Remedies } from '@/app/_case/remedies'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { SummaryList } from '@/components/summary-list'
import { inGroupsOfFour } from '@/lib/certificates'
import type { StaffCase } from '@/lib/supervision'

/** How an ended case ended: the decision that stands, the people behind it, and its certificate. */
export function CaseDecision({ found }: { found: StaffCase }) {
  const t = useTranslations('staff.decision')
  const locale = useLocale()
  const { application, decision, now } = found
  if (!decision) {
    const why =
      application.status === 'withdrawn' ? 'withdrawn' : application.status === 'closed' ? 'closed' : null
    return why && <Notice title={t('title')}>{t(why)}</Notice>
  }
  const { decision: made, reason, decidedBy, confirmedBy } = decision
  const words = reason && reasonInLanguage({ reason, locale })
  const long = (text: string) => <span className="whitespace-pre-line">{text}</span>
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <SummaryList
        rows={[
          { term: t('outcome'), value: t(`${made.outcome}.${made.basis}`) },
          { term: t('when'), value: <Moment instant={made.decidedAt} now={now} /> },
          ...(decidedBy ? [{ term: t('decidedBy'), value: decidedBy }] : []),
          ...(confirmedBy ? [{ term: t('confirmedBy'), value: confirmedBy }] : []),
          ...(words
            ? [
                { term: t('reason'), value: words.title },
                { term: t('law'), value: words.law },
              ]
            : []),
          ...(made.explanation ? [{ term: t('explanation'), value: long(made.explanation) }] : []),
          ...(made.evidence ? [{ term: t('evidence'), value: long(made.evidence) }] : []),
          ...(made.remedies ? [{ term: t('remedies'), value: <Remedies text={made.remedies} /> }] : []),
        ]}
      />
      {made.outcome === 'registered' && <CertificateState found={found} />}
    </section>
  )
}

/** The paper that came of it, or the characters for which it has to wait. */
function CertificateState({ found: { certificate, notPrintable } }: { found: StaffCase }) {
  const t = useTranslations('staff.certificate')
  const toCertificate = useTranslations('revocation')
  if (certificate) {
    return (
      <p>
        {t(certificate.status, { number: inGroupsOfFour(certificate.number) })}{' '}
        <a href={`/staff/certificates/${certificate.number}`}>{toCertificate('link')}</a>
      </p>
    )
  }
  return (
    <Notice title={t('waits')} tone="warn">
      <p>{t('waitsFor', { characters: notPrintable.join(' ') })}</p>
    </Notice>
  )
}
