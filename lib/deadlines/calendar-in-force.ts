import { sql } from 'drizzle-orm'
import { calendarDays, calendarYears } from '@/db/schema'
import type { Queryable } from '@/lib/platform/database'
import { type WorkingCalendar, workingCalendar } from './rules'

let cached: { edition: string; calendar: WorkingCalendar } | null = null

/** What tells one edition of the calendar from another, as a column of any statement. */
export const calendarEdition = sql<string | null>`(select string_agg(
  ${calendarYears.year} || ' ' || ${calendarYears.publishedAt}, ',' order by ${calendarYears.year}) from ${calendarYears})`

/**
 * The working calendar as the database has it now. Kept in memory while its edition stays the same: publishing
 * a year always moves its `published_at`, forwards or, after a journey in time, backwards.
 */
export async function calendarInForce(db: Queryable): Promise<WorkingCalendar> {
  const [row] = await db.execute<{ edition: string | null }>(sql`select ${calendarEdition} as edition`)
  return calendarOfEdition(db, { edition: row?.edition ?? '' })
}

/** The calendar of the edition that was just read. */
export async function calendarOfEdition(
  db: Queryable,
  { edition }: { edition: string },
): Promise<WorkingCalendar> {
  if (cached?.edition === edition) return cached.calendar
  const [days, years] = await Promise.all([
    db.select().from(calendarDays),
    db.select({ year: calendarYears.year }).from(calendarYears),
  ])
  const calendar = workingCalendar({ days, announcedYears: years.map(({ year }) => year) })
  cached = { edition, calendar }
  return calendar
}
