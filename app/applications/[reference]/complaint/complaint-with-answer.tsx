import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { SummaryList } from '@/components/summary-list'
import type { OwnCase } from '@/lib/applications'
import { type ComplaintOfCase, stateOfComplaint } from '@/lib/complaints'
import { WhoAnswersByWhen } from '../_case/own-complaint'

type ComplaintWithAnswerProps = { complaint: ComplaintOfCase; found: OwnCase }

/** One complaint as it was sent, with its answer or with who must give one. */
export function ComplaintWithAnswer({ complaint, found }: ComplaintWithAnswerProps) {
  const t = useTranslations('complaints')
  const county = officeName({ office: found.county, locale: useLocale() })
  const { now } = found
  const state = stateOfComplaint(complaint)
  return (
    <section className="flow-small">
      <h2>{state === 'waits-for-county' ? t('resident.waitsForCounty', { county }) : t(`state.${state}`)}</h2>
      {state !== 'answered' && <WhoAnswersByWhen found={found} />}
      <SummaryList
        rows={[
          { term: t('resident.filedAt'), value: <Moment instant={complaint.filedAt} now={now} /> },
          {
            term: t('resident.words'),
            value: <span className="breakable whitespace-pre-line">{complaint.text}</span>,
          },
          ...(complaint.outcome
            ? [
                { term: t('resident.outcome'), value: <strong>{t(`outcome.${complaint.outcome}`)}</strong> },
                {
                  term: t('resident.answer'),
                  value: <span className="breakable whitespace-pre-line">{complaint.answer}</span>,
                },
                { term: t('resident.answeredBy'), value: <AnsweredBy complaint={complaint} found={found} /> },
              ]
            : []),
        ]}
      />
      {complaint.outcome === 'not-upheld' && <p>{t('resident.notSatisfied')}</p>}
    </section>
  )
}

function AnsweredBy({ complaint, found: { office, county, now } }: ComplaintWithAnswerProps) {
  const t = useTranslations('complaints.resident')
  const locale = useLocale()
  const { answeredAt, answeredByRole } = complaint
  if (!answeredAt || !answeredByRole) return null
  return (
    <>
      {t.rich(`by.${answeredByRole}`, {
        office: officeName({ office, locale }),
        county: officeName({ office: county, locale }),
        when: () => <Moment instant={answeredAt} now={now} byName={false} />,
      })}
    </>
  )
}
