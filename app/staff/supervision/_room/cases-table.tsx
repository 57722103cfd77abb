import { useLocale, useTranslations } from 'next-intl'
import { urgencyLook } from '@/app/_case/urgency-look'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { OfficeTime } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import type { SupervisedCase, SupervisedList } from '@/lib/supervision'
import { caseAddress } from '../../_parts/addresses'
import { StatusTag } from '../../_parts/status-tag'
import { TimeLeft } from '../../_parts/time-left'
import { reassignAddress, recordAddress } from './addresses'

type CasesTableProps = {
  viewer: StaffViewer
  list: SupervisedList
  rows: SupervisedCase[]
  times: Map<string, OfficeTime>
  now: Date
}

/** Cases behind a figure. A supervisor opens and reassigns them; the county opens the records of lapses. */
export function CasesTable({ viewer, list, rows, times, now }: CasesTableProps) {
  const t = useTranslations('supervision.list')
  const locale = useLocale()
  const runs = list === 'open' || list === 'due-today'
  const mayReassign = runs && viewer.role === 'supervisor'
  const head = [
    t(`at.${list}`),
    runs && t('left'),
    t('reference'),
    t('applicant'),
    t('status'),
    t('responsible'),
    times.size > 1 && t('office'),
    mayReassign && t('reassign'),
  ].filter(cell => cell !== false)
  return (
    <DataTable stacks caption={t('caption')} head={head}>
      {rows.map(row => {
        const time = times.get(row.officeCode)
        if (!time) throw new Error('supervision shows cases of own offices only')
        const clock = { dueAt: row.at, now, ...time }
        const cells = [
          <Moment key="at" instant={row.at} now={now} />,
          runs && (
            <strong key="left">
              <TimeLeft {...clock} inColumn />
            </strong>
          ),
          <CaseReference key="reference" viewer={viewer} list={list} reference={row.reference} />,
          <span key="applicant" className="whitespace-nowrap">
            {row.applicant}
          </span>,
          <StatusTag key="status" status={row.status} />,
          <span key="responsible" className="whitespace-nowrap">
            {row.responsible ?? t('nobody')}
          </span>,
          times.size > 1 && officeName({ office: named(row), locale }),
          mayReassign && (
            <a
              key="reassign"
              href={reassignAddress(row)}
              aria-label={t('reassignOf', { reference: row.reference })}
            >
              {t('reassign')}
            </a>
          ),
        ].filter(cell => cell !== false)
        return <DataRow key={row.reference} cells={cells} {...(runs && { urgency: urgencyLook(clock) })} />
      })}
    </DataTable>
  )
}

export function named({
  officeName: name,
  officeNameEnglish: nameEnglish,
}: {
  officeName: string
  officeNameEnglish: string
}) {
  return { name, nameEnglish }
}

function CaseReference({
  viewer,
  list,
  reference,
}: {
  viewer: StaffViewer
  list: SupervisedList
  reference: string
}) {
  const href =
    list === 'lapsed'
      ? recordAddress({ reference })
      : viewer.role === 'supervisor'
        ? caseAddress({ reference })
        : null
  if (!href) return <span className="whitespace-nowrap">{reference}</span>
  return (
    <a href={href} className="whitespace-nowrap">
      {reference}
    </a>
  )
}
