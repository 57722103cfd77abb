import { expect, test } from 'vitest'
import { missingYears, readYear } from './missing-years'

test.each([
  [[2025, 2026], 2026, [2027]],
  [[2025, 2026], 2027, [2027, 2028]],
  [[2026, 2027], 2026, [2028]],
])('with %j in force in %i: %j', (published, thisYear, missing) => {
  expect(missingYears({ published, thisYear })).toEqual(missing)
})

test.each([
  ['2027', 2027],
  ['2009', null],
  ['2100', null],
  ['２０２７', null],
  ['', null],
])('%j is read as %s', (text, year) => {
  expect(readYear(text)).toBe(year)
})
