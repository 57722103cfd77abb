import { closingOf, minutesOfOfficeDay, type OfficeTime } from './office-hours'
import { type CivilDate, shanghaiDayOf } from './shanghai-time'
import { datesBetween, type WorkingCalendar, workingDayAfter } from './working-calendar'

export const LONGEST_PERIOD = 250

/** `provisional` while a day that was counted or skipped lies in a year whose calendar is not announced yet. */
export type DueDate = { dueAt: Date; provisional: boolean }

/**
 * The moment at which a period of working days ends.
 *
 * The day of the start is not counted (民法典 art. 201) and the last day ends when the office closes
 * (art. 203); periods run in working days (行政许可法 art. 82). A start after closing or on a day off counts
 * as of the next working day; one at the very moment of closing is in time, and so is one before opening.
 *
 * @returns `startsOn`, the working day on which the start counts (itself not counted), and the due time
 * @throws RangeError unless workingDays is a whole number from 1 to 250 and the start lies after 15 September 1991
 */
export function dueAt({
  startedAt,
  workingDays,
  calendar,
  hours,
}: OfficeTime & { startedAt: Date; workingDays: number }): DueDate & { startsOn: CivilDate } {
  assertPeriod(workingDays)
  const startsOn = dayOnWhichItCounts({ instant: startedAt, calendar, hours })
  const lastDay = workingDayAfter({ date: startsOn, workingDays, calendar })
  return { startsOn, ...closingOn({ lastDay, since: shanghaiDayOf(startedAt), calendar, hours }) }
}

/**
 * The working day on which something that reaches the office counts: its own day until closing, otherwise the
 * next working day.
 */
export function dayOnWhichItCounts({ instant, calendar, hours }: OfficeTime & { instant: Date }): CivilDate {
  const date = shanghaiDayOf(instant)
  minutesOfOfficeDay(hours)
  const inTime = calendar.isWorkingDay(date) && instant <= closingOf({ date, hours })
  return inTime ? date : workingDayAfter({ date, workingDays: 1, calendar })
}

/** A due time at the closing of a day; `since` is the first day on which the answer depends. */
export function closingOn({
  lastDay,
  since,
  calendar,
  hours,
}: OfficeTime & { lastDay: CivilDate; since: CivilDate }): DueDate {
  return {
    dueAt: closingOf({ date: lastDay, hours }),
    provisional: !isAnnouncedThroughout({ from: since, through: lastDay, calendar }),
  }
}

/** Whether a clock has run out. What happens at the due time itself is still in time (民法典 art. 203). */
export function hasRunOut({ dueAt, now }: { dueAt: Date; now: Date }): boolean {
  return now > dueAt
}

/** Refuses a period that nobody can mean. Throws RangeError unless it is a whole number from 1 to 250. */
export function assertPeriod(workingDays: number): void {
  if (Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= LONGEST_PERIOD) return
  throw new RangeError(`a period must be a whole number of working days from 1 to ${LONGEST_PERIOD}`)
}

function isAnnouncedThroughout({
  from,
  through,
  calendar,
}: {
  from: CivilDate
  through: CivilDate
  calendar: WorkingCalendar
}): boolean {
  return datesBetween({ from, through }).every(calendar.isAnnounced)
}
