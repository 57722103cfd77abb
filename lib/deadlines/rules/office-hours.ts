import {
  type CivilDate,
  MINUTE,
  minutesOfDay,
  shanghaiDayOf,
  shanghaiInstant,
  type TimeOfDay,
} from './shanghai-time'
import type { WorkingCalendar } from './working-calendar'

/**
 * When an office opens and closes on a working day, Shanghai time.
 *
 * A midday break is left out on purpose: no period begins or ends with it (民法典 art. 203 knows only the end
 * of business).
 */
export type OfficeHours = { opensAt: TimeOfDay; closesAt: TimeOfDay }

/** By which days and hours an office's time is counted. */
export type OfficeTime = { calendar: WorkingCalendar; hours: OfficeHours }

/** The instant at which the office opens on a date, whether or not it works that day. */
export function openingOf({ date, hours }: { date: CivilDate; hours: OfficeHours }): Date {
  return shanghaiInstant({ date, time: hours.opensAt })
}

/** The instant at which the office closes on a date, whether or not it works that day. */
export function closingOf({ date, hours }: { date: CivilDate; hours: OfficeHours }): Date {
  return shanghaiInstant({ date, time: hours.closesAt })
}

/**
 * Minutes from opening to closing.
 *
 * @throws RangeError if the office closes before it opens, or a time is not written 'HH:MM'
 */
export function minutesOfOfficeDay(hours: OfficeHours): number {
  const minutes = minutesOfDay(hours.closesAt) - minutesOfDay(hours.opensAt)
  if (minutes <= 0)
    throw new RangeError(`an office cannot close at ${hours.closesAt} if it opens at ${hours.opensAt}`)
  return minutes
}

/**
 * Office minutes left on the day of an instant: a whole day before opening, 0 after closing and on a day off.
 *
 * Counted in whole minutes; a minute that has begun still counts as left.
 */
export function officeMinutesLeftThatDay({
  instant,
  calendar,
  hours,
}: OfficeTime & { instant: Date }): number {
  const date = shanghaiDayOf(instant)
  if (!calendar.isWorkingDay(date)) return 0
  const untilClosing = Math.ceil((closingOf({ date, hours }).getTime() - instant.getTime()) / MINUTE)
  return Math.max(0, Math.min(untilClosing, minutesOfOfficeDay(hours)))
}
