import { addDays, type CivilDate, isWeekend, yearOf } from './shanghai-time'

/** A day that the State Council's yearly notice names: a weekday or weekend off, or a weekend day worked. */
export type CalendarDay = {
  date: CivilDate
  kind: 'holiday' | 'make-up-working-day'
  /** The festival that it belongs to, in Chinese, such as 春节. */
  name: string
}

export type DayDescription =
  | { kind: 'working-day' }
  | { kind: 'weekend' }
  | { kind: 'holiday'; name: string }
  | { kind: 'make-up'; name: string }

export type WorkingCalendar = {
  isWorkingDay: (date: CivilDate) => boolean
  /** Whether the notice for this day is out. Until then a weekday is only presumed to be worked. */
  isAnnounced: (date: CivilDate) => boolean
  describe: (date: CivilDate) => DayDescription
}

// The longest holiday ever was ten days; a year without one working day is a broken calendar, not a long one.
const LONGEST_REST = 366

/**
 * The working days of the country: Monday to Friday, changed by the days that the State Council's notices name.
 *
 * A named day wins whatever year's notice it came with: 29 and 31 December 2018 came with the notice for 2019.
 *
 * @throws RangeError if one date is named both as a holiday and as worked
 */
export function workingCalendar({
  days,
  announcedYears,
}: {
  days: readonly CalendarDay[]
  announcedYears: Iterable<number>
}): WorkingCalendar {
  const named = new Map<CivilDate, CalendarDay>()
  for (const day of days) {
    const earlier = named.get(day.date)
    if (earlier && earlier.kind !== day.kind) {
      throw new RangeError(`${day.date} is named both as a holiday and as a working day`)
    }
    named.set(day.date, day)
  }
  const announced = new Set(announcedYears)

  function describeDay(date: CivilDate): DayDescription {
    const day = named.get(date)
    if (day) return { kind: day.kind === 'holiday' ? 'holiday' : 'make-up', name: day.name }
    return { kind: isWeekend(date) ? 'weekend' : 'working-day' }
  }

  return {
    describe: describeDay,
    isWorkingDay: date => {
      const { kind } = describeDay(date)
      return kind === 'working-day' || kind === 'make-up'
    },
    isAnnounced: date => announced.has(yearOf(date)) || named.has(date),
  }
}

/** What counting needs: a day to count from (itself not counted) and the calendar. */
type CountFrom = { date: CivilDate; workingDays: number; calendar: WorkingCalendar }

/** The n-th working day after a date that is itself not counted; the date itself for n = 0. */
export function workingDayAfter({ date, workingDays, calendar }: CountFrom): CivilDate {
  return walk({ date, workingDays, calendar, step: 1 })
}

/** The n-th working day before a date that is itself not counted; the date itself for n = 0. */
export function workingDayBefore({ date, workingDays, calendar }: CountFrom): CivilDate {
  return walk({ date, workingDays, calendar, step: -1 })
}

/** How many working days lie after one date, up to and including another; 0 if the other is not later. */
export function workingDaysBetween({
  after,
  through,
  calendar,
}: {
  after: CivilDate
  through: CivilDate
  calendar: WorkingCalendar
}): number {
  return datesBetween({ from: addDays({ date: after, days: 1 }), through }).filter(calendar.isWorkingDay)
    .length
}

/** Every civil date from one to another, both included; none if the first is later. */
export function datesBetween({ from, through }: { from: CivilDate; through: CivilDate }): CivilDate[] {
  const dates: CivilDate[] = []
  for (let date = from; date <= through; date = addDays({ date, days: 1 })) dates.push(date)
  return dates
}

function walk({ date, workingDays, calendar, step }: CountFrom & { step: 1 | -1 }): CivilDate {
  let reached = date
  for (let counted = 0; counted < workingDays; counted += 1) {
    reached = nearestWorkingDay({ date: reached, calendar, step })
  }
  return reached
}

function nearestWorkingDay({
  date,
  calendar,
  step,
}: {
  date: CivilDate
  calendar: WorkingCalendar
  step: 1 | -1
}): CivilDate {
  for (let distance = 1; distance <= LONGEST_REST; distance += 1) {
    const candidate = addDays({ date, days: step * distance })
    if (calendar.isWorkingDay(candidate)) return candidate
  }
  throw new RangeError(`no working day within a year of ${date}: the calendar is broken`)
}
