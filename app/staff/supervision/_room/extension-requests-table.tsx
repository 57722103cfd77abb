import { useLocale, useTranslations } from 'next-intl'
import { urgencyLook } from '@/app/_case/urgency-look'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { OfficeTime } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import type { SupervisedExtensionRequest } from '@/lib/supervision'
import { caseAddress } from '../../_parts/addresses'
import { TimeLeft } from '../../_parts/time-left'
import { named } from './cases-table'

type ExtensionRequestsTableProps = {
  viewer: StaffViewer
  rows: SupervisedExtensionRequest[]
  times: Map<string, OfficeTime>
  now: Date
}

/** Requests for more time with the time left in which they can still be granted. */
export function ExtensionRequestsTable({ viewer, rows, times, now }: ExtensionRequestsTableProps) {
  const t = useTranslations('supervision')
  const locale = useLocale()
  const head = [
    t('list.at.open'),
    t('list.left'),
    t('list.reference'),
    t('list.applicant'),
    t('extensionRequests.asked'),
    t('extensionRequests.requestedBy'),
    times.size > 1 && t('list.office'),
  ].filter(cell => cell !== false)
  return (
    <DataTable stacks caption={t('extensionRequests.title')} head={head}>
      {rows.map(row => {
        const time = times.get(row.officeCode)
        if (!time) throw new Error('supervision shows requests of own offices only')
        const clock = { dueAt: row.dueAt, now, ...time }
        const cells = [
          <Moment key="due" instant={row.dueAt} now={now} />,
          <strong key="left">
            <TimeLeft {...clock} inColumn />
          </strong>,
          viewer.role === 'supervisor' ? (
            <a
              key="reference"
              href={caseAddress({ reference: row.reference, page: 'extension' })}
              className="whitespace-nowrap"
            >
              {row.reference}
            </a>
          ) : (
            row.reference
          ),
          <span key="applicant" className="whitespace-nowrap">
            {row.applicant}
          </span>,
          <span key="asked">
            {t('extensionRequests.days', { count: row.workingDays })}
            <span className="block text-small text-ink-soft">{row.reason}</span>
          </span>,
          <span key="requested">
            {row.requestedBy} <Moment instant={row.requestedAt} now={now} />
          </span>,
          times.size > 1 && officeName({ office: named(row), locale }),
        ].filter(cell => cell !== false)
        return <DataRow key={row.reference} cells={cells} urgency={urgencyLook(clock)} />
      })}
    </DataTable>
  )
}
