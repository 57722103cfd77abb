import { dayOnWhichItCounts, dueAt } from './due-date'
import { extendedDueDate } from './extension'
import type { OfficeTime } from './office-hours'
import { daysAfterPause, pauseClock, resumeClock } from './pause'
import { type CivilDate, shanghaiDayOf } from './shanghai-time'
import { datesBetween, type WorkingCalendar } from './working-calendar'

/**
 * What one day was in the count towards a deadline.
 *
 * `start`: the working day on which the start counts; not counted itself. `after-closing`: the working day on
 * which the start came too late to count. `counted`, `make-up` and `extension` carry their number in the
 * count: an ordinary working day, a weekend day worked (`name` is its holiday), and a day that an extension
 * added. `paused`: a working day on which the office's clock stood still or was stopped. `resumed`: a working
 * day on which the clock ran again for the rest of the day only.
 */
export type ExplainedDay = {
  date: CivilDate
  kind:
    | 'start'
    | 'after-closing'
    | 'counted'
    | 'make-up'
    | 'extension'
    | 'weekend'
    | 'holiday'
    | 'paused'
    | 'resumed'
  countedNumber?: number
  /** The holiday's name, of a holiday or a make-up day. */
  name?: string
  /** Why the clock was paused or extended on this day. */
  reason?: string
}

export type Pause = { from: Date; to: Date; reason: string }
export type Extension = { workingDays: number; reason: string }

type Period = OfficeTime & { startedAt: Date; workingDays: number; pauses: Pause[]; extensions: Extension[] }

/**
 * The count behind a deadline, day by day, from the day of the start to the due day (DESIGN §4 "Explain the date").
 *
 * The numbers run from 1 to the working days of the period and its extensions. The last row is the due day as
 * `dueAt`, `extend`, `pauseClock` and `resumeClock` give it. A pause that is still open is explained by
 * passing the present as its end: what the due day would be if the applicant answered now.
 *
 * @throws RangeError for what `dueAt` and `pauseClock` refuse, and unless the pauses follow the start and each
 *   other in time
 */
export function explainDate(period: Period): ExplainedDay[] {
  assertInOrder(period)
  const countedDays = daysOfTheCount(period)
  const numbers = new Map(countedDays.map((date, index) => [date, index]))
  const from = shanghaiDayOf(period.startedAt)
  const through = countedDays.at(-1) ?? from
  return datesBetween({ from, through }).map(date => explainDay({ date, number: numbers.get(date), period }))
}

function assertInOrder({ startedAt, pauses }: Period): void {
  let earliest = startedAt
  for (const { from, to } of pauses) {
    if (from < earliest || to < from)
      throw new RangeError('pauses must follow the start and each other in time')
    earliest = to
  }
}

/** The working days of the count in their order: the day of the start as number 0, then 1 to the last. */
function daysOfTheCount({
  startedAt,
  workingDays,
  pauses,
  extensions,
  calendar,
  hours,
}: Period): CivilDate[] {
  const first = dueAt({ startedAt, workingDays, calendar, hours })
  // Extensions before pauses: the order does not matter to the result, and a pause may begin in the extension.
  let due = first.dueAt
  for (const extension of extensions) {
    due = extendedDueDate({ dueAt: due, workingDays: extension.workingDays, calendar, hours }).dueAt
  }
  let days = workingDaysFrom({ from: first.startsOn, through: shanghaiDayOf(due), calendar })
  for (const pause of pauses) {
    const left = pauseClock({ dueAt: due, pausedAt: pause.from, calendar, hours })
    const again = daysAfterPause({ left, resumedAt: pause.to, calendar, hours })
    due = resumeClock({ left, resumedAt: pause.to, calendar, hours }).dueAt
    const daysAgain = workingDaysFrom({ from: again.firstDay, through: again.lastDay, calendar })
    days = [...days.slice(0, days.length - daysAgain.length), ...daysAgain]
  }
  return days
}

function explainDay({
  date,
  number,
  period,
}: {
  date: CivilDate
  number: number | undefined
  period: Period
}): ExplainedDay {
  const description = period.calendar.describe(date)
  if (description.kind === 'weekend') return { date, kind: 'weekend' }
  if (description.kind === 'holiday') return { date, kind: 'holiday', name: description.name }
  const name = description.kind === 'make-up' ? { name: description.name } : {}
  if (number) return { ...countedDay({ date, number, period }), ...name }
  return { ...uncountedDay({ date, number, period }), ...name }
}

function countedDay({
  date,
  number,
  period,
}: {
  date: CivilDate
  number: number
  period: Period
}): ExplainedDay {
  const extension = extensionOf({ number, period })
  const reason = extension ? { reason: extension.reason } : {}
  const isMakeUp = period.calendar.describe(date).kind === 'make-up'
  if (isMakeUp) return { date, kind: 'make-up', countedNumber: number, ...reason }
  return { date, kind: extension ? 'extension' : 'counted', countedNumber: number, ...reason }
}

function extensionOf({ number, period }: { number: number; period: Period }): Extension | undefined {
  let lastNumber = period.workingDays
  for (const extension of period.extensions) {
    const firstNumber = lastNumber + 1
    lastNumber += extension.workingDays
    if (number >= firstNumber && number <= lastNumber) return extension
  }
  return undefined
}

/** A working day that has no number: where the clock started, stood still, or ran for a part of the day only. */
function uncountedDay({
  date,
  number,
  period,
}: {
  date: CivilDate
  number: number | undefined
  period: Period
}): ExplainedDay {
  const { startedAt, pauses, calendar, hours } = period
  const startsOn = dayOnWhichItCounts({ instant: startedAt, calendar, hours })
  if (date === startsOn) return { date, kind: 'start' }
  if (date < startsOn) return { date, kind: 'after-closing' }
  const pause = pauses.findLast(({ from }) => shanghaiDayOf(from) <= date)
  const reason = pause ? { reason: pause.reason } : {}
  const runsAgain = pause && dayOnWhichItCounts({ instant: pause.to, calendar, hours }) === date
  return { date, kind: runsAgain || number === 0 ? 'resumed' : 'paused', ...reason }
}

function workingDaysFrom({
  from,
  through,
  calendar,
}: {
  from: CivilDate
  through: CivilDate
  calendar: WorkingCalendar
}): CivilDate[] {
  return datesBetween({ from, through }).filter(calendar.isWorkingDay)
}
