import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAt } from './due-date'
import { applicantReminderTimes, officeReminderTimes, remindThrough } from './reminders'
import { anyInstant, office, time } from './test-office'
import { urgency } from './urgency'

test('an applicant is reminded three working days and one before a correction closes', () => {
  expect(applicantReminderTimes({ dueAt: time('Wed 25 Feb 2026 17:30'), ...office })).toEqual([
    { at: time('Fri 13 Feb 2026 08:30'), workingDaysBefore: 3 },
    { at: time('Tue 24 Feb 2026 08:30'), workingDaysBefore: 1 },
  ])
})

test('an office is reminded when a case turns amber and when it turns red', () => {
  expect(officeReminderTimes({ dueAt: time('Tue 24 Feb 2026 17:30'), ...office })).toEqual([
    { at: time('Sat 14 Feb 2026 08:30'), level: 'amber' },
    { at: time('Tue 24 Feb 2026 08:30'), level: 'red' },
  ])
})

test('at each reminder the queue shows the same colour, and the working day before it a calmer one', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 3, max: 20 }), (startedAt, workingDays) => {
      const clock = { dueAt: dueAt({ startedAt, workingDays, ...office }).dueAt, ...office }
      const [amber, red] = officeReminderTimes(clock)
      const [threeBefore] = applicantReminderTimes(clock)
      expect(amber && urgency({ now: amber.at, ...clock })).toBe('amber')
      expect(red && urgency({ now: red.at, ...clock })).toBe('red')
      expect(threeBefore && urgency({ now: threeBefore.at, ...clock })).toBe('green')
    }),
  )
})

test('a sweep reminds exactly what is to be reminded by now', () => {
  fc.assert(
    fc.property(anyInstant, anyInstant, fc.integer({ min: 1, max: 20 }), (startedAt, now, workingDays) => {
      const clock = { dueAt: dueAt({ startedAt, workingDays, ...office }).dueAt, ...office }
      const [amber, red] = officeReminderTimes(clock)
      const [threeBefore] = applicantReminderTimes(clock)
      for (const [reminder, workingDaysBefore] of [
        [amber, 1],
        [red, 0],
        [threeBefore, 3],
      ] as const) {
        const isTime = reminder !== undefined && reminder.at <= now
        expect(clock.dueAt <= remindThrough({ now, workingDaysBefore, ...office })).toBe(isTime)
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['Fri 13 Feb 2026 08:29', 'Fri 13 Feb 2026', 'Friday has not opened yet: only what is due today'],
  ['Fri 13 Feb 2026 08:30', 'Sat 14 Feb 2026', 'the make-up Saturday is the next working day'],
  ['Sat 14 Feb 2026 08:30', 'Tue 24 Feb 2026', 'nine days of 春节 lie between'],
  ['Fri 20 Feb 2026 12:00', 'Tue 24 Feb 2026', 'in the holiday nothing new turns amber'],
])('at %s a case due until the end of %s is amber, because %s', (now, lastDay) => {
  const through = remindThrough({ now: time(now), workingDaysBefore: 1, ...office })
  expect(new Date(through.getTime() + 1)).toEqual(new Date(time(`${lastDay} 00:00`).getTime() + 86_400_000))
})
