import { getLocale, getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { StaffViewer } from '@/lib/identity'
import { ratingFigures, ratingSteps, ratingsToAnswer } from '@/lib/ratings'
import { service } from '../../../_service'
import { caseAddress } from '../../_parts/addresses'

/** The low ratings that wait for the reader, and how often each step was given, an office; no names. */
export async function RatingsSection({ viewer, now }: { viewer: StaffViewer; now: Date }) {
  const { db } = service()
  const [t, tSteps, locale, waiting, figures] = await Promise.all([
    getTranslations('rating.staff'),
    getTranslations('rating.steps'),
    getLocale(),
    ratingsToAnswer({ viewer }, { db }),
    ratingFigures({ viewer }, { db }),
  ])
  return (
    <section id="ratings" className="flow-small">
      <h2>{t('waiting')}</h2>
      <p className="max-w-read text-ink-soft">{t('waitingLead')}</p>
      {waiting.length === 0 && <p>{t('none')}</p>}
      {waiting.length > 0 && (
        <DataTable caption={t('waiting')} head={[t('answerBy'), t('reference'), t('ratedAt')]}>
          {waiting.map(row => (
            <DataRow
              key={row.reference}
              cells={[
                <Moment key="by" instant={row.answerBy} now={now} />,
                <a key="reference" href={caseAddress({ reference: row.reference, page: 'rating' })}>
                  {row.reference}
                </a>,
                <Moment key="rated" instant={row.ratedAt} now={now} />,
              ]}
            />
          ))}
        </DataTable>
      )}
      <h3>{t('figures')}</h3>
      {figures.length === 0 && <p>{t('noFigures')}</p>}
      {figures.length > 0 && (
        <DataTable caption={t('figures')} head={[t('office'), ...ratingSteps.map(step => tSteps(`${step}`))]}>
          {figures.map(({ officeCode, office, steps }) => (
            <DataRow
              key={officeCode}
              cells={[
                <span key="office" className="block min-w-[8rem]">
                  {officeName({ office, locale })}
                </span>,
                ...ratingSteps.map(step => steps[step]),
              ]}
            />
          ))}
        </DataTable>
      )}
    </section>
  )
}
