import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { publishedCalendarYears, shanghaiDayOf, yearOf } from '@/lib/deadlines'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { adminPages, calendarYearAddress } from '../_room/addresses'
import { AdminPage } from '../_room/admin-page'
import { openRoom } from '../_room/open-room'
import { missingYears } from './missing-years'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.calendar')
  return { title: t('title') }
}

/** What an administrator wants here: to enter the notice for next year as soon as it is out. */
export default async function CalendarPage({ searchParams }: PageProps<'/staff/admin/calendar'>) {
  const room = await openRoom(adminPages.calendar)
  if ('refusal' in room) return room.refusal
  const { db } = service()
  const [t, now, years] = await Promise.all([
    getTranslations('admin.calendar'),
    serviceNow(db),
    publishedCalendarYears(db),
  ])
  const missing = missingYears({
    published: years.map(({ year }) => year),
    thisYear: yearOf(shanghaiDayOf(now)),
  })
  return (
    <AdminPage
      viewer={room.viewer}
      path={adminPages.calendar}
      title={t('title')}
      lead={t('lead')}
      width="wide"
      done={sayPublished(await searchParams, t)}
    >
      <ul>
        {missing.map(year => (
          <li key={year}>
            <a href={calendarYearAddress({ year })} className="link-target font-bold">
              {t('add', { year: String(year) })}
            </a>
          </li>
        ))}
      </ul>
      <DataTable stacks caption={t('caption')} head={[t('year'), t('source'), t('publishedAt'), t('edit')]}>
        {years.map(({ year, sourceLink, publishedAt }) => (
          <DataRow
            key={year}
            cells={[
              year,
              <a key="source" href={sourceLink} rel="noreferrer" className="break-all">
                {sourceLink}
              </a>,
              <Moment key="published" instant={publishedAt} now={now} />,
              <a
                key="edit"
                href={calendarYearAddress({ year })}
                aria-label={t('editOf', { year: String(year) })}
              >
                {t('edit')}
              </a>,
            ]}
          />
        ))}
      </DataTable>
    </AdminPage>
  )
}

/** What publishing a year has just done, as its action left it in the address. */
function sayPublished(
  asked: Record<string, string | string[] | undefined>,
  t: Awaited<ReturnType<typeof getTranslations<'admin.calendar'>>>,
): string | null {
  const { published, moved } = asked
  if (typeof published !== 'string' || !/^\d{4}$/.test(published)) return null
  return t('published', { year: published, moved: /^\d{1,6}$/.test(String(moved)) ? Number(moved) : 0 })
}
