import { calendarDays, calendarYears } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import { type CalendarDay, type WorkingCalendar, workingCalendar, yearOf } from '../rules'
import type { YearNotice } from './read-year-notice'

/** The calendar as it stands, and as it would stand with a year's notice in the place of what it has for that year. */
export async function calendarsAround(
  db: Queryable,
  { notice }: { notice: YearNotice },
): Promise<{ before: WorkingCalendar; after: WorkingCalendar }> {
  const [days, years] = await Promise.all([
    db.select().from(calendarDays),
    db.select({ year: calendarYears.year }).from(calendarYears),
  ])
  const announcedYears = years.map(({ year }) => year)
  return {
    before: workingCalendar({ days, announcedYears }),
    after: workingCalendar({
      days: daysWithNotice({ days, notice }),
      announcedYears: [...announcedYears, notice.year],
    }),
  }
}

/** A notice replaces the days of its year; those that it names in the December before are put in their place there. */
function daysWithNotice({
  days,
  notice,
}: {
  days: readonly CalendarDay[]
  notice: YearNotice
}): CalendarDay[] {
  const named = new Set(notice.days.map(({ date }) => date))
  return [...days.filter(({ date }) => yearOf(date) !== notice.year && !named.has(date)), ...notice.days]
}
