import { done, failed, type Result } from './result'
import { foldWidth } from './typed-text'

/** A day of the calendar, 'YYYY-MM-DD', without zone or time: births, issues, holidays. */
export type CivilDate = string

const SHANGHAI_OFFSET_MILLISECONDS = 8 * 3_600_000

/** The day in Shanghai at an instant (UTC+8 without summer time since 1991). */
export function civilDateIn({ instant }: { instant: Date }): CivilDate {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MILLISECONDS).toISOString().slice(0, 10)
}

/** Reads a date typed in three parts; full-width digits count, days that do not exist do not. */
export function readCivilDate({
  year,
  month,
  day,
}: {
  year: string
  month: string
  day: string
}): Result<CivilDate, 'empty' | 'not-a-date'> {
  const parts = [year, month, day].map(part => foldWidth(part).trim())
  if (parts.every(part => part === '')) return failed('empty')
  const [y = '', m = '', d = ''] = parts
  if (!/^\d{4}$/.test(y) || !/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d)) return failed('not-a-date')
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isCivilDate(date) ? done(date) : failed('not-a-date')
}

/** Whether a text names a day that exists. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}

/** The same day so many years earlier or later; 29 February becomes 1 March where there is none. */
export function addYears({ date, years }: { date: CivilDate; years: number }): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10)
}
