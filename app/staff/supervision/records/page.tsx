import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { serviceNow } from '@/lib/platform/database'
import { supervisionRecordsOf } from '@/lib/supervision'
import { serviceForViewer } from '../../../_service'
import { StaffHeader } from '../../_parts/staff-header'
import { readPosition, recordAddress, recordsAddress } from '../_room/addresses'
import { named } from '../_room/cases-table'
import { openRoom } from '../_room/open-room'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('supervision.records')
  return { title: t('title') }
}

/** What the county wants here: the lapses that still have no finding. */
export default async function RecordsPage({ searchParams }: PageProps<'/staff/supervision/records'>) {
  const asked = await searchParams
  const isClosed = asked.state === 'closed'
  const after = readPosition(asked.after)
  const path = recordsAddress({ isClosed, after })
  const room = await openRoom(path)
  if ('refusal' in room) return room.refusal
  const { viewer } = room
  const { db } = serviceForViewer()
  const [t, locale, now, { rows, next }] = await Promise.all([
    getTranslations('supervision'),
    getLocale(),
    serviceNow(db),
    supervisionRecordsOf({ viewer, isOpen: !isClosed, ...(after && { after }) }, { db }),
  ])
  const head = [
    t('records.openedAt'),
    t('list.reference'),
    t('list.office'),
    t('list.applicant'),
    t('records.dueAt'),
    t('list.responsible'),
    isClosed && t('records.closedAt'),
  ].filter(cell => cell !== false)
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={t('records.title')}
        lead={<span className="text-base">{t('records.lead')}</span>}
        back={{ href: '/staff/supervision', label: t('list.back') }}
        width="wide"
      >
        <nav aria-label={t('records.filter')} className="flex flex-wrap gap-x-6">
          <a href={recordsAddress()} aria-current={isClosed ? undefined : 'page'} className={FILTER_LOOK}>
            {t('records.open')}
          </a>
          <a
            href={recordsAddress({ isClosed: true })}
            aria-current={isClosed ? 'page' : undefined}
            className={FILTER_LOOK}
          >
            {t('records.closed')}
          </a>
        </nav>
        {rows.length === 0 ? (
          <p>{t(isClosed ? 'records.noneClosed' : 'records.none')}</p>
        ) : (
          <DataTable caption={t('records.caption')} head={head}>
            {rows.map(record => (
              <DataRow
                key={record.reference}
                cells={[
                  <Moment key="opened" instant={record.openedAt} now={now} />,
                  <a key="reference" href={recordAddress(record)} className="whitespace-nowrap">
                    {record.reference}
                  </a>,
                  <span key="office" className="whitespace-nowrap">
                    {officeName({ office: named(record), locale })}
                  </span>,
                  <span key="applicant" className="whitespace-nowrap">
                    {record.applicant}
                  </span>,
                  <Moment key="due" instant={record.dueAt} now={now} />,
                  <span key="contact" className="whitespace-nowrap">
                    {record.firstContact ?? t('list.nobody')}
                  </span>,
                  record.closedAt && <Moment key="closed" instant={record.closedAt} now={now} />,
                ].filter(cell => cell !== null)}
              />
            ))}
          </DataTable>
        )}
        <nav aria-label={t('list.pages')} className="flex flex-wrap gap-x-6">
          {after && <a href={recordsAddress({ isClosed })}>{t('list.first')}</a>}
          {next && <a href={recordsAddress({ isClosed, after: next })}>{t('list.next')}</a>}
        </nav>
      </Page>
    </>
  )
}

const FILTER_LOOK =
  'link-target aria-[current=page]:font-bold aria-[current=page]:text-ink aria-[current=page]:no-underline'
