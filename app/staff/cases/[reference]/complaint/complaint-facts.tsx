import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { SummaryList } from '@/components/summary-list'
import { type ComplaintForStaff, type ComplaintOfCase, stateOfComplaint } from '@/lib/complaints'

type ComplaintFactsProps = { found: ComplaintForStaff; complaint: ComplaintOfCase }

/** One complaint: about which case, what the applicant says, by when, and the answer once there is one. */
export function ComplaintFacts({ found, complaint }: ComplaintFactsProps) {
  const t = useTranslations('complaints')
  const tStatus = useTranslations('staff.status')
  const locale = useLocale()
  const { application, applicant, office, now } = found
  const { escalatedAt, answeredAt, outcome } = complaint
  const rows = [
    { term: t('staff.office'), value: officeName({ office, locale }) },
    { term: t('staff.applicant'), value: applicant },
    { term: t('staff.status'), value: tStatus(application.status) },
    { term: t('staff.filedAt'), value: <Moment instant={complaint.filedAt} now={now} /> },
    { term: t('staff.dueAt'), value: <Moment instant={complaint.clock.dueAt} now={now} /> },
    escalatedAt && { term: t('staff.escalatedAt'), value: <Moment instant={escalatedAt} now={now} /> },
    {
      term: t('staff.words'),
      value: <span className="breakable whitespace-pre-line">{complaint.text}</span>,
    },
    outcome && { term: t('staff.outcome'), value: <strong>{t(`outcome.${outcome}`)}</strong> },
    outcome && {
      term: t('staff.answer'),
      value: <span className="breakable whitespace-pre-line">{complaint.answer}</span>,
    },
    answeredAt && {
      term: t('staff.answeredBy'),
      value: (
        <>
          {complaint.answeredBy} <Moment instant={answeredAt} now={now} />
        </>
      ),
    },
  ].filter(row => row !== null)
  return (
    <section className="flow-small">
      <h2>{t(`state.${stateOfComplaint(complaint)}`)}</h2>
      <SummaryList rows={rows} />
    </section>
  )
}
