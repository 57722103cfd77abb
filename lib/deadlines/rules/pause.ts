import { closingOn, type DueDate, dayOnWhichItCounts, hasRunOut } from './due-date'
import { minutesOfOfficeDay, type OfficeTime, officeMinutesLeftThatDay } from './office-hours'
import { type CivilDate, shanghaiDayOf } from './shanghai-time'
import { workingDayAfter, workingDaysBetween } from './working-calendar'

/**
 * What an office had left when its clock stopped.
 *
 * `wholeWorkingDaysLeft`: the working days after the day of the pause, up to and including the due day.
 * `remainderMinutes`: the office minutes left of the day of the pause itself (0 after closing and on a day off).
 *
 * Neither changes when a later calendar moves the days after the pause, so it can be stored.
 */
export type TimeLeftAtPause = { wholeWorkingDaysLeft: number; remainderMinutes: number }

/**
 * Stops an office's clock while the applicant's runs (DESIGN §4): what is left of it is kept, not the date.
 *
 * @throws RangeError if the clock has already run out
 */
export function pauseClock({
  dueAt,
  pausedAt,
  calendar,
  hours,
}: OfficeTime & { dueAt: Date; pausedAt: Date }): TimeLeftAtPause {
  if (hasRunOut({ dueAt, now: pausedAt })) throw new RangeError('a clock that has run out cannot be paused')
  return {
    wholeWorkingDaysLeft: workingDaysBetween({
      after: shanghaiDayOf(pausedAt),
      through: shanghaiDayOf(dueAt),
      calendar,
    }),
    remainderMinutes: officeMinutesLeftThatDay({ instant: pausedAt, calendar, hours }),
  }
}

/**
 * Lets an office's clock go on with what was left, and says when it now ends.
 *
 * The remainder of the day of the pause is used up first, from the moment of resumption and into the next
 * working day if need be; then the whole working days follow, none of which may have begun before the
 * resumption. The end is rounded up to the closing of the last day, so that people read one time of day and
 * the office never has less than it had. Resuming at once changes nothing; resuming later is never due earlier.
 */
export function resumeClock({
  left,
  resumedAt,
  calendar,
  hours,
}: OfficeTime & { left: TimeLeftAtPause; resumedAt: Date }): DueDate {
  const { lastDay } = daysAfterPause({ left, resumedAt, calendar, hours })
  return closingOn({ lastDay, since: shanghaiDayOf(resumedAt), calendar, hours })
}

/**
 * The first and last working day that count again after a pause. With a remainder the first is the day on
 * which that is used up: it takes the place of the interrupted one.
 */
export function daysAfterPause({
  left,
  resumedAt,
  calendar,
  hours,
}: OfficeTime & { left: TimeLeftAtPause; resumedAt: Date }): { firstDay: CivilDate; lastDay: CivilDate } {
  const { wholeWorkingDaysLeft, remainderMinutes } = left
  const resumption = { resumedAt, calendar, hours }
  if (remainderMinutes > 0) {
    const firstDay = dayThatUsesUp({ minutes: remainderMinutes, ...resumption })
    return {
      firstDay,
      lastDay: workingDayAfter({ date: firstDay, workingDays: wholeWorkingDaysLeft, calendar }),
    }
  }
  if (wholeWorkingDaysLeft > 0) {
    const firstDay = firstUntouchedDay(resumption)
    const lastDay = workingDayAfter({ date: firstDay, workingDays: wholeWorkingDaysLeft - 1, calendar })
    return { firstDay, lastDay }
  }
  // Paused at the very end: nothing is left but the closing of the day on which the resumption counts.
  const onlyDay = dayOnWhichItCounts({ instant: resumedAt, calendar, hours })
  return { firstDay: onlyDay, lastDay: onlyDay }
}

type Resumption = OfficeTime & { resumedAt: Date }

function dayThatUsesUp({ minutes, resumedAt, calendar, hours }: Resumption & { minutes: number }): CivilDate {
  let date = shanghaiDayOf(resumedAt)
  let minutesLeft = minutes - officeMinutesLeftThatDay({ instant: resumedAt, calendar, hours })
  // More than one further day only if the office has shortened its hours since the pause.
  while (minutesLeft > 0) {
    date = workingDayAfter({ date, workingDays: 1, calendar })
    minutesLeft -= minutesOfOfficeDay(hours)
  }
  return date
}

function firstUntouchedDay({ resumedAt, calendar, hours }: Resumption): CivilDate {
  const date = shanghaiDayOf(resumedAt)
  const untouched =
    officeMinutesLeftThatDay({ instant: resumedAt, calendar, hours }) === minutesOfOfficeDay(hours)
  return untouched ? date : workingDayAfter({ date, workingDays: 1, calendar })
}
