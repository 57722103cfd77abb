import { describe, expect, test } from 'vitest'
import { inShanghaiZone, readInstant, readWorkingDays } from './count-deadline'

describe('a start is read', () => {
  test.each([
    ['2026-02-13T16:00:00+08:00', '2026-02-13T08:00:00.000Z'],
    ['2026-02-13T16:00:00 08:00', '2026-02-13T08:00:00.000Z'],
    ['2026-02-13T16:00+08:00', '2026-02-13T08:00:00.000Z'],
    ['2026-02-13T08:00:00Z', '2026-02-13T08:00:00.000Z'],
    ['2026-02-13T16:00:00.5+08:00', '2026-02-13T08:00:00.500Z'],
  ])('%s', (text, expected) => {
    expect(readInstant(text)?.toISOString()).toBe(expected)
  })

  test.each([
    ['', 'nothing'],
    ['2026-02-13', 'a day without a time'],
    ['2026-02-13T16:00:00', 'a time without its zone'],
    ['2026-02-30T16:00:00+08:00', 'a day that is not there'],
    ['2026-13-01T16:00:00+08:00', 'a month that is not there'],
    ['2026-02-13T25:00:00+08:00', 'an hour that is not there'],
    ['2026-02-13T16:00:00+99:00', 'a zone that is not there'],
    ['１２26-02-13T16:00:00+08:00', 'full-width digits'],
    ['2026-02-13T16:00:00+08:00\0', 'a NUL behind'],
    ['x'.repeat(10_000), 'ten thousand characters'],
  ])('%s is refused: %s', text => {
    expect(readInstant(text)).toBeNull()
  })
})

test.each([
  ['1', 1],
  ['250', 250],
  ['0', null],
  ['251', null],
  ['-1', null],
  ['1.5', null],
  ['1e2', null],
  [' 5', null],
  ['', null],
  ['９', null],
])('%j working days are read as %j', (text, expected) => {
  expect(readWorkingDays(text)).toBe(expected)
})

test('an instant is written in the zone of the service', () => {
  expect(inShanghaiZone(new Date('2026-02-13T16:00:00Z'))).toBe('2026-02-14T00:00:00+08:00')
})
