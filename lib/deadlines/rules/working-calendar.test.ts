import { describe, expect, test } from 'vitest'
import { publishedCalendar } from './published-calendars'
import { day, office } from './test-office'
import {
  datesBetween,
  workingCalendar,
  workingDayAfter,
  workingDayBefore,
  workingDaysBetween,
} from './working-calendar'

const { calendar } = office

describe('the notice for 2026, day by day', () => {
  const daysOff = [
    ['2026-01-01', '2026-01-03', '元旦'],
    ['2026-02-15', '2026-02-23', '春节'],
    ['2026-04-04', '2026-04-06', '清明节'],
    ['2026-05-01', '2026-05-05', '劳动节'],
    ['2026-06-19', '2026-06-21', '端午节'],
    ['2026-09-25', '2026-09-27', '中秋节'],
    ['2026-10-01', '2026-10-07', '国庆节'],
  ] as const
  const worked = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
  const holidays = new Map(
    daysOff.flatMap(([from, through, name]) => datesBetween({ from, through }).map(date => [date, name])),
  )

  test.each(datesBetween({ from: '2026-01-01', through: '2026-12-31' }))('%s', date => {
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    const works = worked.includes(date) || (!weekend && !holidays.has(date))
    expect(calendar.isWorkingDay(date)).toBe(works)
    const ordinary = worked.includes(date) ? 'make-up' : weekend ? 'weekend' : 'working-day'
    const name = holidays.get(date)
    expect(calendar.describe(date)).toMatchObject(name ? { kind: 'holiday', name } : { kind: ordinary })
  })
})

describe('a day named by a notice', () => {
  test.each([
    ['Sat 29 Dec 2018', true],
    ['Mon 31 Dec 2018', false],
    ['Sat 31 Dec 2011', true],
    ['Sat 31 Dec 2022', false],
  ])('%s: worked %s, although it came with the next year', (text, works) => {
    expect(calendar.isWorkingDay(day(text))).toBe(works)
  })
  test('is known even while the rest of its year is not', () => {
    const early = workingCalendar({
      days: [{ date: '2027-01-03', kind: 'make-up-working-day', name: '元旦' }],
      announcedYears: new Set([2026]),
    })
    expect(early.isWorkingDay('2027-01-03')).toBe(true)
    expect(early.isAnnounced('2027-01-03')).toBe(true)
    expect(early.isAnnounced('2027-01-04')).toBe(false)
  })
  test('cannot be both off and worked', () => {
    const { days, announcedYears } = publishedCalendar()
    const clash = [...days, { date: '2026-10-01', kind: 'make-up-working-day', name: '国庆节' } as const]
    expect(() => workingCalendar({ days: clash, announcedYears })).toThrow(RangeError)
  })
})

test('a year without a notice has ordinary weeks and says that it is not announced', () => {
  expect(calendar.isAnnounced('2026-12-31')).toBe(true)
  expect(calendar.isAnnounced('2027-01-01')).toBe(false)
  expect(calendar.describe('2027-01-01')).toEqual({ kind: 'working-day' })
})

describe('counting working days', () => {
  test('forwards and backwards over 春节', () => {
    expect(workingDayAfter({ date: '2026-02-13', workingDays: 2, calendar })).toBe('2026-02-24')
    expect(workingDayBefore({ date: '2026-02-24', workingDays: 2, calendar })).toBe('2026-02-13')
    expect(workingDaysBetween({ after: '2026-02-13', through: '2026-02-25', calendar })).toBe(3)
    expect(workingDaysBetween({ after: '2026-02-25', through: '2026-02-13', calendar })).toBe(0)
  })
  test('gives up on a calendar without working days', () => {
    const never = { ...calendar, isWorkingDay: () => false }
    expect(() => workingDayAfter({ date: '2026-02-13', workingDays: 1, calendar: never })).toThrow(RangeError)
  })
})
