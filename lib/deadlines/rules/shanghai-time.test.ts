import { describe, expect, test } from 'vitest'
import { addDays, isWeekend, minutesOfDay, shanghaiDayOf, shanghaiInstant } from './shanghai-time'

describe('the day in Shanghai', () => {
  test.each([
    ['2026-02-13T15:59:59.999Z', '2026-02-13'],
    ['2026-02-13T16:00:00.000Z', '2026-02-14'],
    ['1991-09-15T16:00:00.000Z', '1991-09-16'],
  ])('at %s is %s', (instant, date) => {
    expect(shanghaiDayOf(new Date(instant))).toBe(date)
  })
  test.each(['1991-09-15T15:59:59.999Z', '1990-07-01T00:00:00Z', '+010000-01-01T00:00:00Z', 'nonsense'])(
    'is refused for %s, which no deadline can mean',
    instant => {
      expect(() => shanghaiDayOf(new Date(instant))).toThrow(RangeError)
    },
  )
})

describe('an instant in Shanghai', () => {
  test('is eight hours ahead of UTC, whatever the machine says', () => {
    expect(shanghaiInstant({ date: '2026-07-01', time: '17:30' }).toISOString()).toBe(
      '2026-07-01T09:30:00.000Z',
    )
  })
  test.each([
    ['2026-02-30', '10:00'],
    ['2026-2-3', '10:00'],
    ['2026-13-01', '10:00'],
    ['2026-02-13', '24:00'],
    ['2026-02-13', '9:00'],
    ['2026-02-13', '17:30:00'],
    ['1991-09-15', '10:00'],
  ])('is refused for %s %s', (date, time) => {
    expect(() => shanghaiInstant({ date, time })).toThrow(RangeError)
  })
})

test('days are added across months, leap days and years', () => {
  expect(addDays({ date: '2024-02-28', days: 1 })).toBe('2024-02-29')
  expect(addDays({ date: '2026-01-01', days: -1 })).toBe('2025-12-31')
})

test('weekends and times of day are read without a zone', () => {
  expect(['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16'].map(isWeekend)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(minutesOfDay('17:30')).toBe(1050)
})
