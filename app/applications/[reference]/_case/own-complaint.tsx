import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import type { OwnCase } from '@/lib/applications'
import { stateOfComplaint } from '@/lib/complaints'
import { applicationAddress } from '../../_parts/addresses'

/** Where the newest complaint stands: who must answer it by when, or that there is an answer. */
export function OwnComplaint({ found }: { found: OwnCase }) {
  const t = useTranslations('complaints.resident')
  const tOutcome = useTranslations('complaints.outcome')
  const [newest] = found.complaints
  if (!newest) return null
  const isAnswered = stateOfComplaint(newest) === 'answered'
  return (
    <Notice title={t(isAnswered ? 'answeredTitle' : 'openTitle')}>
      {newest.outcome ? <p>{tOutcome(newest.outcome)}</p> : <WhoAnswersByWhen found={found} />}
      <p>
        <a href={applicationAddress({ ...found.application, page: 'complaint' })} className="link-target">
          {t(isAnswered ? 'readAnswer' : 'read')}
        </a>
      </p>
    </Notice>
  )
}

/** The office by when, or the county since when. */
export function WhoAnswersByWhen({ found: { complaints, office, county, now } }: { found: OwnCase }) {
  const t = useTranslations('complaints.resident')
  const locale = useLocale()
  const [newest] = complaints
  if (!newest) return null
  const when = newest.escalatedAt ?? newest.clock.dueAt
  return (
    <p>
      {t.rich(newest.escalatedAt ? 'escalated' : 'dueAt', {
        office: officeName({ office, locale }),
        county: officeName({ office: county, locale }),
        when: () => <Moment instant={when} now={now} byName={false} />,
      })}
    </p>
  )
}
