import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  calendarYearAsTyped,
  calendarYearFromPackage,
  type NoticeProblems,
  readYearNotice,
  type TypedNotice,
} from '@/lib/deadlines'
import type { Queryable } from '@/lib/platform/database'
import { service } from '../../../../_service'
import { adminPages, calendarYearAddress } from '../../_room/addresses'
import { AdminPage } from '../../_room/admin-page'
import { openRoom } from '../../_room/open-room'
import { readYear } from '../missing-years'
import { DryRun } from './dry-run'
import { NoticeForm } from './notice-form'

type Asked = Record<string, string | string[] | undefined>

export async function generateMetadata({
  params,
}: PageProps<'/staff/admin/calendar/[year]'>): Promise<Metadata> {
  const t = await getTranslations('admin.calendar')
  return { title: t('yearTitle', { year: (await params).year.slice(0, 4) }) }
}

/** What an administrator wants here: to enter a year's notice, and to know what it moves before it does. */
export default async function CalendarYearPage({
  params,
  searchParams,
}: PageProps<'/staff/admin/calendar/[year]'>) {
  const year = readYear((await params).year)
  if (!year) notFound()
  const path = calendarYearAddress({ year })
  const room = await openRoom(path)
  if ('refusal' in room) return room.refusal
  const asked = await searchParams
  const t = await getTranslations('admin.calendar')
  const { typed, problems, isPreview } = await noticeAsked(service().db, { year, asked })
  const title = t(isPreview ? 'previewTitle' : 'yearTitle', { year: String(year) })
  return (
    <AdminPage
      viewer={room.viewer}
      path={path}
      title={title}
      {...(isPreview ? {} : { lead: t('yearLead') })}
      back={{ href: adminPages.calendar, label: t('title') }}
      width={isPreview ? 'wide' : 'read'}
    >
      {isPreview ? (
        <DryRun typed={typed} viewer={room.viewer} />
      ) : (
        <NoticeForm typed={typed} problems={problems} />
      )}
    </AdminPage>
  )
}

/**
 * The notice as the address has it: the days are public, so the form that asks for a dry run is a plain GET
 * that can be gone back to. Without days in the address: those in force, or those of the package if asked.
 */
async function noticeAsked(
  db: Queryable,
  { year, asked }: { year: number; asked: Asked },
): Promise<{ typed: TypedNotice; problems: NoticeProblems; isPreview: boolean }> {
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
  if (typeof asked.holidays !== 'string') {
    const inForce = await calendarYearAsTyped(db, { year })
    const filled = asked.from === 'package' ? calendarYearFromPackage({ year }) : null
    return { typed: { ...inForce, ...filled }, problems: [], isPreview: false }
  }
  const typed = {
    year,
    sourceLink: text('sourceLink'),
    holidays: text('holidays'),
    makeUpDays: text('makeUpDays'),
  }
  const read = readYearNotice(typed)
  const problems = read.ok ? [] : read.problems
  return { typed, problems, isPreview: read.ok && asked.step !== 'edit' }
}
