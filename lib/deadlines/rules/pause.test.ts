import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueAt } from './due-date'
import { closingOf } from './office-hours'
import { pauseClock, resumeClock } from './pause'
import { shanghaiDayOf } from './shanghai-time'
import { anyInstant, office, officeMinutesBetween, time, upToDays } from './test-office'

describe('a paused clock goes on with what was left', () => {
  test.each([
    [
      'Tue 10 Mar 2026 10:00',
      2,
      450,
      'Fri 20 Mar 2026 09:00',
      'Tue 24 Mar 2026',
      'the remainder fits in Friday',
    ],
    ['Tue 10 Mar 2026 10:00', 2, 450, 'Fri 20 Mar 2026 10:00', 'Tue 24 Mar 2026', 'it fits exactly'],
    [
      'Tue 10 Mar 2026 10:00',
      2,
      450,
      'Fri 20 Mar 2026 11:00',
      'Wed 25 Mar 2026',
      'an hour of it is carried over',
    ],
    [
      'Tue 10 Mar 2026 10:00',
      2,
      450,
      'Sat 21 Mar 2026 11:00',
      'Wed 25 Mar 2026',
      'Saturday has no office hours',
    ],
    ['Tue 10 Mar 2026 18:00', 2, 0, 'Fri 20 Mar 2026 08:00', 'Mon 23 Mar 2026', 'Friday has not begun'],
    [
      'Tue 10 Mar 2026 18:00',
      2,
      0,
      'Fri 20 Mar 2026 09:00',
      'Tue 24 Mar 2026',
      'Friday is no whole day any more',
    ],
    ['Tue 10 Mar 2026 07:00', 2, 540, 'Fri 20 Mar 2026 08:30', 'Tue 24 Mar 2026', 'Tuesday had not begun'],
    ['Thu 12 Mar 2026 16:30', 0, 60, 'Fri 20 Mar 2026 16:30', 'Fri 20 Mar 2026', 'the last hour, in time'],
    ['Thu 12 Mar 2026 16:30', 0, 60, 'Fri 20 Mar 2026 16:31', 'Mon 23 Mar 2026', 'a minute does not fit'],
    ['Thu 12 Mar 2026 17:30', 0, 0, 'Fri 20 Mar 2026 09:00', 'Fri 20 Mar 2026', 'paused at the last moment'],
    ['Thu 12 Mar 2026 17:30', 0, 0, 'Fri 20 Mar 2026 17:31', 'Mon 23 Mar 2026', 'answered after closing'],
  ])(
    'paused %s (%i days, %i minutes left), resumed %s: %s, because %s',
    (paused, days, minutes, resumed, lastDay) => {
      const left = pauseClock({ dueAt: time('Thu 12 Mar 2026 17:30'), pausedAt: time(paused), ...office })
      expect(left).toEqual({ wholeWorkingDaysLeft: days, remainderMinutes: minutes })
      expect(resumeClock({ left, resumedAt: time(resumed), ...office }).dueAt).toEqual(
        time(`${lastDay} 17:30`),
      )
    },
  )

  test('over 春节, make-up Saturday included', () => {
    const dueBefore = time('Tue 24 Feb 2026 17:30')
    const left = pauseClock({ dueAt: dueBefore, pausedAt: time('Fri 13 Feb 2026 10:00'), ...office })
    const resumed = resumeClock({ left, resumedAt: time('Sat 14 Feb 2026 10:00'), ...office })
    expect(resumed).toEqual({ dueAt: time('Wed 25 Feb 2026 17:30'), provisional: false })
  })
  test('counted in whole minutes, one that has begun being left', () => {
    const pausedAt = new Date(time('Thu 12 Mar 2026 16:30').getTime() + 1)
    const left = pauseClock({ dueAt: time('Thu 12 Mar 2026 17:30'), pausedAt, ...office })
    expect(left).toEqual({ wholeWorkingDaysLeft: 0, remainderMinutes: 60 })
  })
  test('into a year that is not announced, provisionally', () => {
    const left = { wholeWorkingDaysLeft: 2, remainderMinutes: 60 }
    const resumed = resumeClock({ left, resumedAt: time('Wed 30 Dec 2026 10:00'), ...office })
    expect(resumed).toEqual({ dueAt: time('Fri 1 Jan 2027 17:30'), provisional: true })
  })
  test('in an office that has shortened its hours since', () => {
    const left = { wholeWorkingDaysLeft: 1, remainderMinutes: 540 }
    const hours = { opensAt: '10:00', closesAt: '14:00' }
    const resumedAt = time('Mon 9 Mar 2026 08:00')
    const resumed = resumeClock({ left, resumedAt, calendar: office.calendar, hours })
    expect(resumed.dueAt).toEqual(time('Thu 12 Mar 2026 14:00'))
  })
  test('but not once it has run out', () => {
    const dueBefore = time('Thu 12 Mar 2026 17:30')
    const pausedAt = new Date(dueBefore.getTime() + 1)
    expect(() => pauseClock({ dueAt: dueBefore, pausedAt, ...office })).toThrow(RangeError)
  })
})

describe('whatever is paused and resumed', () => {
  const anyPausedClock = fc
    .record({
      startedAt: anyInstant,
      workingDays: fc.integer({ min: 1, max: 20 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ startedAt, workingDays, share }) => {
      const end = dueAt({ startedAt, workingDays, ...office }).dueAt
      const pausedAt = new Date(
        Math.round(startedAt.getTime() + share * (end.getTime() - startedAt.getTime())),
      )
      return { end, pausedAt, left: pauseClock({ dueAt: end, pausedAt, ...office }) }
    })
  const later = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds)

  test('resuming at once changes nothing', () => {
    fc.assert(
      fc.property(anyPausedClock, ({ end, pausedAt, left }) => {
        expect(resumeClock({ left, resumedAt: pausedAt, ...office }).dueAt).toEqual(end)
      }),
      { numRuns: 500 },
    )
  })
  test('a longer pause is never due earlier', () => {
    fc.assert(
      fc.property(anyPausedClock, upToDays(40), upToDays(10), ({ end, pausedAt, left }, pause, more) => {
        const shorter = resumeClock({ left, resumedAt: later(pausedAt, pause), ...office }).dueAt
        const longer = resumeClock({ left, resumedAt: later(pausedAt, pause + more), ...office }).dueAt
        expect(shorter >= end && longer >= shorter).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
  test('it is due at the closing of a working day, at or after the resumption', () => {
    fc.assert(
      fc.property(anyPausedClock, upToDays(40), ({ pausedAt, left }, pause) => {
        const resumedAt = later(pausedAt, pause)
        const end = resumeClock({ left, resumedAt, ...office }).dueAt
        const lastDay = shanghaiDayOf(end)
        expect(office.calendar.isWorkingDay(lastDay)).toBe(true)
        expect(end).toEqual(closingOf({ date: lastDay, ...office }))
        expect(end >= resumedAt).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
  test('the office has no less than was left, and less than a day more', () => {
    fc.assert(
      fc.property(anyPausedClock, upToDays(40), ({ end, pausedAt, left }, pause) => {
        const resumedAt = later(pausedAt, pause)
        const until = resumeClock({ left, resumedAt, ...office }).dueAt
        const before = officeMinutesBetween({ from: pausedAt, until: end })
        const after = officeMinutesBetween({ from: resumedAt, until })
        // The clock counts in whole minutes: up to one may be lost or gained.
        expect(after).toBeGreaterThan(before - 1)
        expect(after).toBeLessThanOrEqual(before + 541)
      }),
      { numRuns: 500 },
    )
  })
})
