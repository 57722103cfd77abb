import { useLocale, useTranslations } from 'next-intl'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import {
  isLoggedAction,
  type LogEntry,
  type LogFilter,
  type NamesInDetails,
  type PurposeOfView,
  purposesOfViews,
} from '@/lib/audit'
import { LogDetails } from './log-details'
import { logAddress } from './log-query'

type LogTableProps = { entries: LogEntry[]; names: NamesInDetails; filter: LogFilter; now: Date }

/** What was done, by whom, newest first. Case numbers and staff numbers lead to all that is logged about them. */
export function LogTable({ entries, names, filter, now }: LogTableProps) {
  const t = useTranslations('audit')
  const columns = ['at', 'what', 'case', 'who', 'office', 'row'] as const
  return (
    <DataTable stacks caption={t('caption')} head={columns.map(column => t(`column.${column}`))}>
      {entries.map(entry => (
        <DataRow
          key={`${entry.log} ${entry.id}`}
          cells={[
            <Moment key="at" instant={entry.at} now={now} withSeconds />,
            <What key="what" entry={entry} names={names} now={now} />,
            entry.reference && (
              <a
                key="case"
                className="whitespace-nowrap"
                href={logAddress({ filter: { ...filter, reference: entry.reference } })}
              >
                {entry.reference}
              </a>
            ),
            <Who key="who" entry={entry} filter={filter} />,
            <OfficeOf key="office" entry={entry} />,
            <span key="row" className="text-small text-ink-soft">
              {t('row', { log: t(`log.${entry.log}`), id: entry.id, position: entry.position })}
            </span>,
          ]}
        />
      ))}
    </DataTable>
  )
}

function What({ entry, names, now }: { entry: LogEntry; names: NamesInDetails; now: Date }) {
  const t = useTranslations('audit')
  return (
    <div>
      {isLoggedAction(entry.action) ? t(`action.${entry.action}`) : entry.action}
      {isPurpose(entry.purpose) && <> · {t(`purpose.${entry.purpose}`)}</>}
      <LogDetails details={entry.details} names={names} now={now} />
    </div>
  )
}

function isPurpose(text: string | null): text is PurposeOfView {
  return purposesOfViews.some(purpose => purpose === text)
}

function Who({ entry: { member, by }, filter }: { entry: LogEntry; filter: LogFilter }) {
  const t = useTranslations('audit')
  const role = useTranslations('staff.role')
  if (!member || by !== 'staff') return <>{by === 'staff' ? '' : t(`by.${by}`)}</>
  const { staffNumber, name } = member
  return (
    <div>
      <span className="whitespace-nowrap">{name}</span>{' '}
      <a className="whitespace-nowrap" href={logAddress({ filter: { ...filter, staffNumber } })}>
        {staffNumber}
      </a>
      <div className="text-small text-ink-soft">{role(member.role)}</div>
    </div>
  )
}

function OfficeOf({ entry: { officeCode, officeName: name, officeNameEnglish } }: { entry: LogEntry }) {
  const locale = useLocale()
  if (!name) return <>{officeCode}</>
  return <>{officeName({ office: { name, nameEnglish: officeNameEnglish ?? name }, locale })}</>
}
