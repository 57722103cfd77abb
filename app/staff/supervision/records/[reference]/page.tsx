import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { SummaryList } from '@/components/summary-list'
import { Tag } from '@/components/tag'
import { TextArea } from '@/components/text-area'
import { Timeline } from '@/components/timeline'
import { readReference, whoActedWithoutStaff } from '@/lib/applications'
import { serviceNow } from '@/lib/platform/database'
import { findSupervisionRecord, mayCloseRecords, SHORTEST_FINDING } from '@/lib/supervision'
import { service } from '../../../../_service'
import { StaffHeader } from '../../../_parts/staff-header'
import { EventName } from '../../../cases/_case/case-history'
import { recordAddress, recordsAddress } from '../../_room/addresses'
import { named } from '../../_room/cases-table'
import { openRoom } from '../../_room/open-room'
import { closeRecord } from './close-record'

export async function generateMetadata({
  params,
}: PageProps<'/staff/supervision/records/[reference]'>): Promise<Metadata> {
  const t = await getTranslations('supervision.record')
  return { title: t('title', { reference: (await params).reference.slice(0, 40) }) }
}

/** What the county wants here: to see why an office let its time run out, and to write down what was found. */
export default async function RecordPage({
  params,
  searchParams,
}: PageProps<'/staff/supervision/records/[reference]'>) {
  const read = readReference((await params).reference)
  if (!read.ok) notFound()
  const reference = read.value
  const path = recordAddress({ reference })
  const room = await openRoom(path)
  if ('refusal' in room) return room.refusal
  const { viewer } = room
  const { db } = service()
  const found = await findSupervisionRecord({ viewer, reference }, { db })
  if (!found) notFound()
  const { record, events } = found
  const [t, locale, now] = await Promise.all([
    getTranslations('supervision.record'),
    getLocale(),
    serviceNow(db),
  ])
  const isOpen = record.closedAt === null
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={t('title', { reference })}
        mark={<Tag tone={isOpen ? 'warn' : 'ok'}>{t(isOpen ? 'open' : 'closed')}</Tag>}
        back={{ href: recordsAddress() }}
      >
        {(await searchParams).done === 'closed' && (
          <Notice tone="ok" announced>
            <p>{t('done')}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { term: t('office'), value: officeName({ office: named(record), locale }) },
            { term: t('applicant'), value: record.applicant },
            { term: t('dueAt'), value: <Moment instant={record.dueAt} now={now} /> },
            { term: t('openedAt'), value: <Moment instant={record.openedAt} now={now} /> },
            { term: t('firstContact'), value: record.firstContact ?? t('nobody') },
          ]}
        />
        {record.closedAt && (
          <SummaryList
            rows={[
              {
                term: t('finding'),
                value: <span className="whitespace-pre-line">{record.finding}</span>,
              },
              { term: t('closedBy'), value: record.closedBy },
              { term: t('closedAt'), value: <Moment instant={record.closedAt} now={now} /> },
            ]}
          />
        )}
        {isOpen && mayCloseRecords({ viewer }) && (
          <KeptForm action={closeRecord} keeps="close-record" page={path}>
            <input type="hidden" name="reference" value={reference} />
            <TextArea
              name="finding"
              label={t('write')}
              hint={t('findingHint', { count: SHORTEST_FINDING })}
              rows={4}
            />
            <Button>{t('close')}</Button>
          </KeptForm>
        )}
        {isOpen && !mayCloseRecords({ viewer }) && <p>{t('waits')}</p>}
        <h2>{t('history')}</h2>
        <Timeline
          entries={events.toReversed().map(({ name, at, actor, byProxy, staffName }) => ({
            title: <EventName name={name} />,
            state: 'done' as const,
            when: <Moment instant={at} now={now} />,
            text:
              staffName ??
              t(`by.${whoActedWithoutStaff({ name, byResident: actor === 'resident', byProxy })}`),
          }))}
        />
      </Page>
    </>
  )
}
