import { expect, test } from 'vitest'
import { shareOnTime } from './officer-load'

test.each<[number, number, number | null, string]>([
  [0, 0, null, 'nothing to measure'],
  [3, 0, 100, 'all in time'],
  [0, 2, 0, 'none in time'],
  [199, 1, 99, 'one lapse of two hundred is not everything'],
])('%i decided and %i lapsed: %s, %s', (decided, lapsed, share) => {
  expect(shareOnTime({ decided, lapsed })).toBe(share)
})
