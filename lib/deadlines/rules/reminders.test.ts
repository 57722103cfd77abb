import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAt } from './due-date'
import { applicantReminderTimes, officeReminderTimes } from './reminders'
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
