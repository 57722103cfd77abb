import { and, asc, desc, eq, gte, lte } from 'drizzle-orm'
import { calendarDays, calendarYears } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import { chineseDaysCalendar } from '../rules/import-calendar'
import { type TypedNotice, writeDays } from './read-year-notice'

export type CalendarYear = { year: number; sourceLink: string; publishedAt: Date }

/** The years whose notice is in force, newest first. */
export async function publishedCalendarYears(db: Queryable): Promise<CalendarYear[]> {
  return db.select().from(calendarYears).orderBy(desc(calendarYears.year))
}

/** A year as a form shows it: its days as lines; empty for a year whose notice is not in force. */
export async function calendarYearAsTyped(db: Queryable, { year }: { year: number }): Promise<TypedNotice> {
  const [[published], days] = await Promise.all([
    db.select().from(calendarYears).where(eq(calendarYears.year, year)),
    db
      .select()
      .from(calendarDays)
      .where(and(gte(calendarDays.date, `${year}-01-01`), lte(calendarDays.date, `${year}-12-31`)))
      .orderBy(asc(calendarDays.date)),
  ])
  return {
    year,
    sourceLink: published?.sourceLink ?? '',
    holidays: writeDays({ days, kind: 'holiday' }),
    makeUpDays: writeDays({ days, kind: 'make-up-working-day' }),
  }
}

/** A year as the package chinese-days has it, to be compared with the notice; null while it does not know the year. */
export function calendarYearFromPackage({
  year,
}: {
  year: number
}): Pick<TypedNotice, 'holidays' | 'makeUpDays'> | null {
  const { days, announcedYears } = chineseDaysCalendar({ fromYear: year, toYear: year })
  if (!announcedYears.includes(year)) return null
  return {
    holidays: writeDays({ days, kind: 'holiday' }),
    makeUpDays: writeDays({ days, kind: 'make-up-working-day' }),
  }
}
