import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { stateOfComplaint } from '@/lib/complaints'
import type { StaffCase } from '@/lib/supervision'
import { caseAddress } from '../../_parts/addresses'

/** The applicant complains of how the case is handled; its own clock goes on beside the complaint's. */
export function OpenComplaint({ found: { application, complaints, now } }: { found: StaffCase }) {
  const t = useTranslations('complaints.staff')
  const tState = useTranslations('complaints.state')
  const [newest] = complaints
  if (!newest) return null
  const state = stateOfComplaint(newest)
  const when = newest.escalatedAt ?? newest.clock.dueAt
  return (
    <Notice title={t('open')} tone={state === 'answered' ? 'neutral' : 'warn'}>
      <p>
        {state === 'answered'
          ? tState('answered')
          : t.rich(newest.escalatedAt ? 'wentToCounty' : 'openText', {
              when: () => <Moment instant={when} now={now} byName={false} />,
            })}
      </p>
      <p>
        <a
          href={caseAddress({ reference: application.reference, page: 'complaint' })}
          className="link-target"
        >
          {t('read')}
        </a>
      </p>
    </Notice>
  )
}
