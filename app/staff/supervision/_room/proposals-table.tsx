import { useLocale, useTranslations } from 'next-intl'
import { urgencyLook } from '@/app/_case/urgency-look'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { OfficeTime } from '@/lib/deadlines'
import type { StaffViewer } from '@/lib/identity'
import type { SupervisedProposal } from '@/lib/supervision'
import { caseAddress } from '../../_parts/addresses'
import { TimeLeft } from '../../_parts/time-left'
import { named } from './cases-table'

type ProposalsTableProps = {
  viewer: StaffViewer
  kind: 'proposals' | 'returned'
  rows: SupervisedProposal[]
  times: Map<string, OfficeTime>
  now: Date
}

/** Proposed refusals with the time left in which a person can still decide. */
export function ProposalsTable({ viewer, kind, rows, times, now }: ProposalsTableProps) {
  const t = useTranslations('supervision')
  const locale = useLocale()
  const isReturned = kind === 'returned'
  const head = [
    t('list.at.open'),
    t('list.left'),
    t('list.reference'),
    t('list.applicant'),
    t('proposals.reason'),
    t('proposals.proposedBy'),
    isReturned && t('returned.returnedBy'),
    times.size > 1 && t('list.office'),
  ].filter(cell => cell !== false)
  return (
    <DataTable stacks caption={t(`${kind}.title`)} head={head}>
      {rows.map(row => {
        const time = times.get(row.officeCode)
        if (!time) throw new Error('supervision shows proposals of own offices only')
        const clock = { dueAt: row.dueAt, now, ...time }
        const page = isReturned ? {} : { page: 'proposal' as const }
        const cells = [
          <Moment key="due" instant={row.dueAt} now={now} />,
          <strong key="left">
            <TimeLeft {...clock} inColumn />
          </strong>,
          viewer.role === 'supervisor' ? (
            <a
              key="reference"
              href={caseAddress({ reference: row.reference, ...page })}
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
          locale === 'en' ? row.reasonTitleEnglish : row.reasonTitle,
          <Who key="proposed" name={row.proposedBy} at={row.proposedAt} now={now} />,
          isReturned && <Who key="returned" name={row.returnedBy} at={row.returnedAt} now={now} />,
          times.size > 1 && officeName({ office: named(row), locale }),
        ].filter(cell => cell !== false)
        return <DataRow key={row.reference} cells={cells} urgency={urgencyLook(clock)} />
      })}
    </DataTable>
  )
}

function Who({ name, at, now }: { name: string | null; at: Date | null; now: Date }) {
  return (
    <>
      {name} {at && <Moment instant={at} now={now} />}
    </>
  )
}
