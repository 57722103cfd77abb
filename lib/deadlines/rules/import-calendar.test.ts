import { describe, expect, test } from 'vitest'
import { chineseDaysCalendar } from './import-calendar'
import { publishedCalendar } from './published-calendars'
import { datesBetween, workingCalendar } from './working-calendar'

const imported = chineseDaysCalendar({ fromYear: 2012, toYear: 2027 })
const calendar = workingCalendar(imported)
const published = workingCalendar(publishedCalendar())

describe('the calendar from chinese-days', () => {
  test('agrees with the published one for every day from 2012 to 2026', () => {
    const days = datesBetween({ from: '2012-01-01', through: '2026-12-31' })
    expect(days).toHaveLength(15 * 365 + 4)
    expect(days.filter(date => calendar.isWorkingDay(date) !== published.isWorkingDay(date))).toEqual([])
  })
  test('names the same make-up days', () => {
    const madeUp = (days: typeof imported.days) =>
      days
        .flatMap(({ date, kind }) => (kind === 'make-up-working-day' && date >= '2012' ? [date] : []))
        .sort()
    expect(madeUp(imported.days)).toEqual(madeUp(publishedCalendar().days))
  })
  test('knows which years are announced', () => {
    expect(imported.announcedYears).toEqual(Array.from({ length: 15 }, (_, index) => 2012 + index))
    expect(imported.days.filter(({ date }) => date >= '2027')).toEqual([])
  })
  test('counts the weekends inside a holiday as the holiday, with its Chinese name', () => {
    for (const date of datesBetween({ from: '2026-02-15', through: '2026-02-23' })) {
      expect(calendar.describe(date)).toEqual({ kind: 'holiday', name: '春节' })
    }
    expect(calendar.describe('2026-02-14')).toEqual({ kind: 'make-up', name: '春节' })
    expect(calendar.describe('2026-03-01')).toEqual({ kind: 'weekend' })
  })
  test('has the days that came with the next year’s notice', () => {
    expect(calendar.describe('2018-12-29')).toEqual({ kind: 'make-up', name: '元旦' })
    expect(calendar.describe('2018-12-31')).toEqual({ kind: 'holiday', name: '元旦' })
  })
  test('is in the order of the dates, each once', () => {
    const dates = imported.days.map(({ date }) => date)
    expect(dates).toEqual([...new Set(dates)].sort())
  })
})
