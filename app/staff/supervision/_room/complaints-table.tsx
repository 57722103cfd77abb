import { useLocale, useTranslations } from 'next-intl'
import { urgencyLook } from '@/app/_case/urgency-look'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { ComplaintToAnswer } from '@/lib/complaints'
import type { OfficeTime } from '@/lib/deadlines'
import { caseAddress } from '../../_parts/addresses'
import { StatusTag } from '../../_parts/status-tag'
import { named } from './cases-table'

export type ComplaintsTableProps = {
  rows: ComplaintToAnswer[]
  times: Map<string, OfficeTime>
  now: Date
}

/** The complaints that wait for the reader; each leads to the page on which it is read and answered. */
export function ComplaintsTable({ rows, times, now }: ComplaintsTableProps) {
  const t = useTranslations('supervision.list')
  const tComplaints = useTranslations('complaints.list')
  const locale = useLocale()
  const head = [
    t('at.open'),
    t('reference'),
    t('applicant'),
    t('status'),
    tComplaints('filedAt'),
    times.size > 1 && t('office'),
  ].filter(cell => cell !== false)
  return (
    <DataTable stacks caption={tComplaints('title')} head={head}>
      {rows.map(row => {
        const time = times.get(row.officeCode)
        if (!time) throw new Error('supervision shows complaints about own offices only')
        const cells = [
          <Moment key="due" instant={row.dueAt} now={now} />,
          <a
            key="reference"
            href={caseAddress({ reference: row.reference, page: 'complaint' })}
            className="whitespace-nowrap"
          >
            {row.reference}
          </a>,
          <span key="applicant" className="whitespace-nowrap">
            {row.applicant}
          </span>,
          <StatusTag key="status" status={row.status} />,
          <Moment key="filed" instant={row.filedAt} now={now} />,
          times.size > 1 && officeName({ office: named(row), locale }),
        ].filter(cell => cell !== false)
        return (
          <DataRow
            key={row.reference}
            cells={cells}
            urgency={urgencyLook({ dueAt: row.dueAt, now, ...time })}
          />
        )
      })}
    </DataTable>
  )
}
