import { describe, expect, test } from 'vitest'
import { office, time } from './test-office'
import { timeLeft, urgency } from './urgency'

describe('urgency of a case due Wed 25 Feb 2026 17:30, the second day after 春节', () => {
  test.each([
    ['Fri 13 Feb 2026 10:00', 'green', '14, 24 and 25 are still to come'],
    ['Sat 14 Feb 2026 17:30', 'green', '24 and 25 are still to come'],
    ['Mon 23 Feb 2026 23:59', 'green', 'the holiday is not over'],
    ['Tue 24 Feb 2026 00:00', 'amber', 'one more working day'],
    ['Tue 24 Feb 2026 23:59', 'amber', 'one more working day'],
    ['Wed 25 Feb 2026 00:00', 'red', 'due today'],
    ['Wed 25 Feb 2026 17:30', 'red', 'the moment itself is in time'],
    ['Wed 25 Feb 2026 17:31', 'overdue', 'the time has passed'],
    ['Mon 2 Mar 2026 09:00', 'overdue', 'the day has passed'],
  ])('%s: %s, because %s', (now, expected) => {
    expect(urgency({ now: time(now), dueAt: time('Wed 25 Feb 2026 17:30'), ...office })).toBe(expected)
  })
  test('a weekend before the due day is amber already', () => {
    const clock = { now: time('Sun 8 Mar 2026 10:00'), dueAt: time('Mon 9 Mar 2026 17:30') }
    expect(urgency({ ...clock, ...office })).toBe('amber')
  })
})

describe('time left until Wed 25 Feb 2026 17:30', () => {
  test.each([
    ['Sat 14 Feb 2026 11:30', 2, 6, 0, '24, 25 and six hours of Saturday'],
    ['Sat 14 Feb 2026 07:00', 3, 0, 0, 'Saturday has not opened'],
    ['Sat 14 Feb 2026 18:00', 2, 0, 0, 'Saturday is over'],
    ['Sun 15 Feb 2026 12:00', 2, 0, 0, 'holiday'],
    ['Wed 25 Feb 2026 08:31', 0, 8, 59, 'the last day'],
    ['Wed 25 Feb 2026 17:29', 0, 0, 1, 'the last minute'],
    ['Wed 25 Feb 2026 17:30', 0, 0, 0, 'the end'],
    ['Thu 26 Feb 2026 10:00', 0, 0, 0, 'over'],
  ])('at %s: %i working days, %i hours, %i minutes (%s)', (now, workingDays, hours, minutes) => {
    const left = timeLeft({ now: time(now), dueAt: time('Wed 25 Feb 2026 17:30'), ...office })
    expect(left).toEqual({ workingDays, hours, minutes })
  })
  test('is rounded down to the minute', () => {
    const now = new Date(time('Wed 25 Feb 2026 16:00').getTime() + 1)
    const left = timeLeft({ now, dueAt: time('Wed 25 Feb 2026 17:30'), ...office })
    expect(left).toEqual({ workingDays: 0, hours: 1, minutes: 29 })
  })
})
