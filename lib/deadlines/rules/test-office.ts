import * as fc from 'fast-check'
import type { OfficeTime } from './office-hours'
import { publishedCalendar } from './published-calendars'
import { MINUTE, shanghaiDayOf, shanghaiInstant } from './shanghai-time'
import { datesBetween, workingCalendar } from './working-calendar'

/** The office of the examples: the published calendar, open from 08:30 to 17:30. */
export const office: OfficeTime = {
  calendar: workingCalendar(publishedCalendar()),
  hours: { opensAt: '08:30', closesAt: '17:30' },
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Reads 'Fri 13 Feb 2026 16:00' as an instant in Shanghai; a wrong weekday is an error in the example. */
export function time(text: string): Date {
  const [weekday = '', day = '', month = '', year = '', clock = ''] = text.split(' ')
  const monthNumber = String(MONTHS.indexOf(month) + 1).padStart(2, '0')
  const date = `${year}-${monthNumber}-${day.padStart(2, '0')}`
  if (WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] !== weekday)
    throw new Error(`${text} is no ${weekday}`)
  return shanghaiInstant({ date, time: clock })
}

/** Reads 'Fri 13 Feb 2026' as a civil date. */
export function day(text: string): string {
  return shanghaiDayOf(time(`${text} 12:00`))
}

/** Any millisecond of the announced years that leaves room for the longest period tried. */
export const anyInstant = fc
  .integer({ min: Date.parse('2012-01-01T00:00:00+08:00'), max: Date.parse('2025-11-30T00:00:00+08:00') })
  .map(milliseconds => new Date(milliseconds))

/** A duration in milliseconds from nothing to so many days, often within a few hours. */
export const upToDays = (days: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: 20 * 60 * MINUTE }),
    fc.integer({ min: 0, max: days * 24 * 60 * MINUTE }),
  )

/** Office minutes between two instants, summed day by day: slower and simpler than the rules it checks. */
export function officeMinutesBetween({ from, until }: { from: Date; until: Date }): number {
  return datesBetween({ from: shanghaiDayOf(from), through: shanghaiDayOf(until) })
    .filter(office.calendar.isWorkingDay)
    .map(date => {
      const opening = shanghaiInstant({ date, time: office.hours.opensAt }).getTime()
      const closing = shanghaiInstant({ date, time: office.hours.closesAt }).getTime()
      return Math.max(0, Math.min(until.getTime(), closing) - Math.max(from.getTime(), opening)) / MINUTE
    })
    .reduce((sum, minutes) => sum + minutes, 0)
}
