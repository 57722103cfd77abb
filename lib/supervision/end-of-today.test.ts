import { expect, test } from 'vitest'
import { endOfToday } from './end-of-today'

test.each([
  ['2026-11-24T00:00:00+08:00', '2026-11-25T00:00:00+08:00'],
  ['2026-11-24T23:59:59+08:00', '2026-11-25T00:00:00+08:00'],
  ['2026-12-31T16:00:00Z', '2027-01-02T00:00:00+08:00'],
])('the day of %s ends at %s', (now, end) => {
  expect(endOfToday(new Date(now))).toEqual(new Date(end))
})
