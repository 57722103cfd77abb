import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholePercent } from './whole-percent'

test('nothing of nothing has no share', () => {
  expect(wholePercent({ part: 0, whole: 0 })).toBeNull()
})

test('only all of them are 100 percent, and only some of them more than none', () => {
  const counts = fc.record({ whole: fc.integer({ min: 1, max: 100_000 }), missing: fc.nat(100_000) })
  fc.assert(
    fc.property(counts, ({ whole, missing }) => {
      const percent = wholePercent({ part: Math.max(0, whole - missing), whole })
      expect(percent === 100).toBe(missing === 0)
      expect(percent).toBeGreaterThanOrEqual(0)
      expect(percent).toBeLessThanOrEqual(100)
    }),
  )
})
