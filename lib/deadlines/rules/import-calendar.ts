// The package's data, not its functions: those (1.5.7) build and look up their dates in the machine's zone, and
// west of Greenwich they answer for the day before.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { yearOf } from './shanghai-time'
import type { CalendarDay } from './working-calendar'

/**
 * The days that the State Council's notices name, from one year to another, as the package chinese-days knows them.
 *
 * Weekends inside a holiday are days of that holiday and carry its name. A day that follows the ordinary week
 * is not listed, and so a year whose notice is not out has no days at all. A year counts as announced only if
 * its 1 January is named: every notice names it, and 29 to 31 December may come with the next year's.
 *
 * @returns days in the order of their dates
 */
export function chineseDaysCalendar({ fromYear, toYear }: { fromYear: number; toYear: number }): {
  days: CalendarDay[]
  announcedYears: number[]
} {
  const days = [
    ...namedDays({ labels: published.holidays, kind: 'holiday' }),
    ...namedDays({ labels: published.workdays, kind: 'make-up-working-day' }),
  ]
    .filter(({ date }) => yearOf(date) >= fromYear && yearOf(date) <= toYear)
    .sort((a, b) => a.date.localeCompare(b.date))
  const announcedYears = days.filter(({ date }) => date.endsWith('-01-01')).map(({ date }) => yearOf(date))
  return { days, announcedYears }
}

function namedDays({
  labels,
  kind,
}: {
  labels: Record<string, string>
  kind: CalendarDay['kind']
}): CalendarDay[] {
  return Object.entries(labels).map(([date, label]) => {
    // A label reads 'Spring Festival,春节,4': English, Chinese, days by law.
    const [, name] = label.split(',')
    if (name === undefined) throw new Error(`chinese-days names ${date} in a way that is not known: ${label}`)
    return { date, kind, name }
  })
}
