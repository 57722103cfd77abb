import { useTranslations } from 'next-intl'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import type { FoundCase } from '@/lib/supervision'
import { caseAddress } from '../_parts/addresses'
import { StatusTag } from '../_parts/status-tag'

/** What a search found, open or ended; or that what the address names is not, or no longer, one's office's. */
export function FoundTable({ found, now }: { found: FoundCase[]; now: Date }) {
  const t = useTranslations('staff.found')
  const tSearch = useTranslations('staff.search.failure')
  if (found.length === 0) {
    return (
      <Notice>
        <p>
          {tSearch('nothing-found')} <a href="/staff">{t('close')}</a>
        </p>
      </Notice>
    )
  }
  return (
    <section className="flow-small">
      <h2>{t('title', { count: found.length })}</h2>
      <DataTable caption={t('caption')} head={[t('reference'), t('applicant'), t('status'), t('accepted')]}>
        {found.map(row => (
          <DataRow
            key={row.reference}
            cells={[
              <a key="reference" href={caseAddress(row)} className="whitespace-nowrap">
                {row.reference}
              </a>,
              row.applicant,
              <StatusTag key="status" status={row.status} />,
              row.acceptedAt && <Moment key="accepted" instant={row.acceptedAt} now={now} />,
            ]}
          />
        ))}
      </DataTable>
      <p>
        <a href="/staff">{t('close')}</a>
      </p>
    </section>
  )
}
