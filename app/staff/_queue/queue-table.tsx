import { useLocale, useTranslations } from 'next-intl'
import { urgencyLook } from '@/app/_case/urgency-look'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { OfficeTime } from '@/lib/deadlines'
import type { QueueRow, StaffOffice } from '@/lib/supervision'
import { caseAddress } from '../_parts/addresses'
import { StatusTag } from '../_parts/status-tag'
import { TimeLeft } from '../_parts/time-left'

/** An office of the person with its working time, by which the time left of its cases is counted. */
export type TimedOffice = StaffOffice & { time: OfficeTime }

type QueueTableProps = { rows: QueueRow[]; offices: TimedOffice[]; now: Date }

/** The open cases, the one that must be decided first on top. */
export function QueueTable({ rows, offices, now }: QueueTableProps) {
  const t = useTranslations('staff.queue')
  const locale = useLocale()
  const named = offices.length > 1
  const head = [t('due'), t('left'), t('reference'), t('applicant'), t('status'), t('flags'), t('holder')]
  return (
    <DataTable stacks caption={t('caption')} head={named ? [...head, t('office')] : head}>
      {rows.map(row => {
        const office = offices.find(({ code }) => code === row.officeCode)
        if (!office) throw new Error('the queue holds cases of own offices only')
        const clock = { dueAt: row.dueAt, now, ...office.time }
        const cells = [
          <Moment key="due" instant={row.dueAt} now={now} />,
          <strong key="left">
            <TimeLeft {...clock} inColumn />
          </strong>,
          <a key="reference" href={caseAddress(row)} className="whitespace-nowrap">
            {row.reference}
          </a>,
          <span key="applicant" className="whitespace-nowrap">
            {row.applicant}
          </span>,
          <StatusTag
            key="status"
            status={row.status}
            isProposed={row.flags.includes('rejection-proposed')}
          />,
          hasFlags(row) && <Flags key="flags" row={row} now={now} />,
          <span key="holder" className="whitespace-nowrap">
            {row.holder ?? <span className="max-sm:hidden">{t('nobody')}</span>}
          </span>,
        ]
        return (
          <DataRow
            key={row.reference}
            id={`case-${row.reference}`}
            urgency={urgencyLook(clock)}
            cells={named ? [...cells, officeName({ office, locale })] : cells}
          />
        )
      })}
    </DataTable>
  )
}

function hasFlags(row: QueueRow): boolean {
  return row.waitsFor === 'applicant' || row.flags.length > 0
}

function Flags({ row, now }: { row: QueueRow; now: Date }) {
  const t = useTranslations('staff.queue.flag')
  return (
    <ul>
      {row.waitsFor === 'applicant' && <li>{t('waits-for-applicant')}</li>}
      {row.flags.map(flag => (
        <li key={flag}>
          {t.rich(flag, {
            when: () => (row.answeredAt ? <Moment instant={row.answeredAt} now={now} /> : null),
          })}
        </li>
      ))}
    </ul>
  )
}
