import { hasRunOut } from './due-date'
import { minutesOfOfficeDay, type OfficeTime, openingOf } from './office-hours'
import { MINUTE, shanghaiDayOf } from './shanghai-time'
import { workingDaysBetween } from './working-calendar'

export type Urgency = 'overdue' | 'red' | 'amber' | 'green'

type Clock = OfficeTime & { now: Date; dueAt: Date }

/**
 * How urgent a deadline is, for the colour and the word in a queue (DESIGN §4).
 *
 * Overdue: the due time has passed. Red: due today. Amber: due on the next working day, days off in between
 * or not. Green: later.
 */
export function urgency({ now, dueAt, calendar }: Clock): Urgency {
  if (hasRunOut({ dueAt, now })) return 'overdue'
  const today = shanghaiDayOf(now)
  const dueDay = shanghaiDayOf(dueAt)
  if (today === dueDay) return 'red'
  return workingDaysBetween({ after: today, through: dueDay, calendar }) <= 1 ? 'amber' : 'green'
}

/** Working days not begun yet, and hours and minutes of today's. */
export type TimeLeft = { workingDays: number; hours: number; minutes: number }

/**
 * The office time left until a deadline, as people say it: 还有 2 个工作日 6 小时.
 *
 * A day that has not opened yet is a whole working day. Minutes are rounded down, so that nobody is promised
 * more than there is; a midday break counts as office time. All zero once the deadline has passed.
 */
export function timeLeft({ now, dueAt, calendar, hours }: Clock): TimeLeft {
  if (hasRunOut({ dueAt, now })) return { workingDays: 0, hours: 0, minutes: 0 }
  const daysAfterToday = workingDaysBetween({
    after: shanghaiDayOf(now),
    through: shanghaiDayOf(dueAt),
    calendar,
  })
  const minutesToday = officeMinutesToday({ now, dueAt, calendar, hours })
  if (minutesToday === minutesOfOfficeDay(hours)) {
    return { workingDays: daysAfterToday + 1, hours: 0, minutes: 0 }
  }
  return { workingDays: daysAfterToday, hours: Math.floor(minutesToday / 60), minutes: minutesToday % 60 }
}

function officeMinutesToday({ now, dueAt, calendar, hours }: Clock): number {
  const date = shanghaiDayOf(now)
  if (!calendar.isWorkingDay(date)) return 0
  const opening = openingOf({ date, hours }).getTime()
  const closing = opening + minutesOfOfficeDay(hours) * MINUTE
  const from = Math.max(now.getTime(), opening)
  const until = Math.min(dueAt.getTime(), closing)
  return Math.max(0, Math.floor((until - from) / MINUTE))
}
