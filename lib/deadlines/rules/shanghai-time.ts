/** A day as people name it, 'YYYY-MM-DD', without a zone. */
export type CivilDate = string

/** A time of day in Shanghai, 'HH:MM', from 00:00 to 23:59. */
export type TimeOfDay = string

export const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

// China has kept UTC+8 all year since its last summer time ended on 15 September 1991 (tz database,
// Asia/Shanghai). A fixed offset therefore holds from the next day on, and no machine's zone data matters.
const SHANGHAI_OFFSET = 8 * 60 * MINUTE
const FIRST_INSTANT = Date.parse('1991-09-16T00:00:00+08:00')
// Far beyond any deadline, and low enough that a date keeps four digits for its year.
const END_OF_INSTANTS = Date.parse('9000-01-01T00:00:00+08:00')

function assertSupported(milliseconds: number): void {
  if (milliseconds >= FIRST_INSTANT && milliseconds < END_OF_INSTANTS) return
  throw new RangeError('an instant must lie between 16 September 1991 and the year 9000 in Shanghai')
}

/**
 * The civil date in Shanghai at an instant.
 *
 * @throws RangeError for an invalid Date, one before 16 September 1991 or one after the year 8999
 */
export function shanghaiDayOf(instant: Date): CivilDate {
  assertSupported(instant.getTime())
  return new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10)
}

/**
 * The instant at which the clocks of Shanghai show this time on this day.
 *
 * @throws RangeError for a date or time that does not exist, or one outside the supported years
 */
export function shanghaiInstant({ date, time }: { date: CivilDate; time: TimeOfDay }): Date {
  const milliseconds = midnightInUtc(date) + minutesOfDay(time) * MINUTE - SHANGHAI_OFFSET
  assertSupported(milliseconds)
  return new Date(milliseconds)
}

/** What the clocks of Shanghai show at an instant, 'HH:MM'. Throws RangeError where `shanghaiDayOf` does. */
export function timeOfDayOf(instant: Date): TimeOfDay {
  assertSupported(instant.getTime())
  return new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(11, 16)
}

/**
 * Minutes from midnight to a time of day, 0 to 1439.
 *
 * @throws RangeError unless it is written 'HH:MM'
 */
export function minutesOfDay(time: TimeOfDay): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time of day (HH:MM): ${time}`)
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** The date so many calendar days later (earlier if negative). Throws RangeError if the date does not exist. */
export function addDays({ date, days }: { date: CivilDate; days: number }): CivilDate {
  return new Date(midnightInUtc(date) + days * DAY).toISOString().slice(0, 10)
}

/** Whether a date is a Saturday or Sunday. Throws RangeError if the date does not exist. */
export function isWeekend(date: CivilDate): boolean {
  const dayOfWeek = new Date(midnightInUtc(date)).getUTCDay()
  return dayOfWeek === 0 || dayOfWeek === 6
}

/** The year of a civil date. */
export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4))
}

function midnightInUtc(date: CivilDate): number {
  const milliseconds = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // Date.parse lets 31 February through as 3 March on some engines, so the way back must lead to the same date.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(date)) {
    throw new RangeError(`not a civil date (YYYY-MM-DD): ${date}`)
  }
  return milliseconds
}
