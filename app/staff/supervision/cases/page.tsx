import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/page'
import { serviceNow } from '@/lib/platform/database'
import { type Load, officerLoad, supervisedCases } from '@/lib/supervision'
import { serviceForViewer } from '../../../_service'
import { StaffHeader } from '../../_parts/staff-header'
import { casesAddress, type ListQuery, readListQuery } from '../_room/addresses'
import { CasesTable } from '../_room/cases-table'
import { officeTimes } from '../_room/office-times'
import { openRoom } from '../_room/open-room'

export async function generateMetadata({
  searchParams,
}: PageProps<'/staff/supervision/cases'>): Promise<Metadata> {
  const t = await getTranslations('supervision')
  const { list } = readListQuery(await searchParams)
  return { title: t(`list.${list}`) }
}

/** What a supervisor wants here: the cases behind a figure. */
export default async function SupervisedCasesPage({ searchParams }: PageProps<'/staff/supervision/cases'>) {
  const query = readListQuery(await searchParams)
  const path = casesAddress(query)
  const room = await openRoom(path)
  if ('refusal' in room) return room.refusal
  const { viewer } = room
  const { db } = serviceForViewer()
  const { list, staffNumber, after } = query
  const [t, now, times, page, loads] = await Promise.all([
    getTranslations('supervision'),
    serviceNow(db),
    officeTimes(viewer),
    supervisedCases({ viewer, list, ...(staffNumber && { staffNumber }), ...(after && { after }) }, { db }),
    staffNumber ? officerLoad({ viewer }, { db }) : [],
  ])
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={titleOf({ query, loads, t })}
        back={{ href: '/staff/supervision', label: t('list.back') }}
        width="wide"
      >
        {page.rows.length > 0 ? (
          <CasesTable viewer={viewer} list={list} rows={page.rows} times={times} now={now} />
        ) : (
          <p>{t('list.empty')}</p>
        )}
        <nav aria-label={t('list.pages')} className="flex flex-wrap gap-x-6">
          {after && <a href={casesAddress({ ...query, after: null })}>{t('list.first')}</a>}
          {page.next && <a href={casesAddress({ ...query, after: page.next })}>{t('list.next')}</a>}
        </nav>
      </Page>
    </>
  )
}

function titleOf({
  query: { list, staffNumber },
  loads,
  t,
}: {
  query: ListQuery
  loads: Load[]
  t: Awaited<ReturnType<typeof getTranslations<'supervision'>>>
}): string {
  const title = t(`list.${list}`)
  if (!staffNumber) return title
  if (staffNumber === 'nobody') return t('list.ofNobody', { list: title })
  const person = loads.find(load => load.person?.staffNumber === staffNumber)?.person
  return t('list.ofPerson', { list: title, name: person?.name ?? staffNumber })
}
