import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueAt } from './due-date'
import { explainDate } from './explain-date'
import { extend } from './extension'
import { pauseClock, resumeClock } from './pause'
import { shanghaiDayOf } from './shanghai-time'
import { anyInstant, office, time, upToDays } from './test-office'

const plain = { pauses: [], extensions: [], ...office }

/** The rows as a person reads them: '14 make-up 1 春节'. */
function rows(period: Parameters<typeof explainDate>[0]): string[] {
  return explainDate(period).map(({ date, kind, countedNumber, name, reason }) =>
    [date.slice(8), kind, countedNumber, name, reason].filter(part => part !== undefined).join(' '),
  )
}

describe('the count behind a date', () => {
  test('shows holidays and the Saturday that was worked', () => {
    const period = { startedAt: time('Fri 13 Feb 2026 16:00'), workingDays: 3, ...plain }
    const holidays = [15, 16, 17, 18, 19, 20, 21, 22, 23].map(day => `${day} holiday 春节`)
    const firstRows = ['13 start', '14 make-up 1 调休', ...holidays]
    expect(rows(period)).toEqual([...firstRows, '24 counted 2', '25 counted 3'])
  })
  test('begins with the day on which the start came too late', () => {
    const period = { startedAt: time('Fri 6 Mar 2026 17:31'), workingDays: 1, ...plain }
    expect(rows(period)).toEqual(['06 after-closing', '07 weekend', '08 weekend', '09 start', '10 counted 1'])
  })
  test('begins with a day off, if that is when it was handed in', () => {
    const period = { startedAt: time('Sun 8 Mar 2026 10:00'), workingDays: 1, ...plain }
    expect(rows(period)).toEqual(['08 weekend', '09 start', '10 counted 1'])
  })
  test('shows a pause: the interrupted day is counted when its remainder is used up', () => {
    const pause = { from: time('Tue 10 Mar 2026 10:00'), to: time('Fri 13 Mar 2026 09:00'), reason: '补正' }
    const period = { startedAt: time('Mon 9 Mar 2026 10:00'), workingDays: 3, ...plain, pauses: [pause] }
    const firstRows = ['09 start', '10 paused 补正', '11 paused 补正', '12 paused 补正', '13 counted 1']
    expect(rows(period)).toEqual([...firstRows, '14 weekend', '15 weekend', '16 counted 2', '17 counted 3'])
  })
  test('shows a day on which the clock ran again too late to count', () => {
    const pause = { from: time('Tue 10 Mar 2026 10:00'), to: time('Wed 11 Mar 2026 15:00'), reason: '补正' }
    const period = { startedAt: time('Mon 9 Mar 2026 10:00'), workingDays: 2, ...plain, pauses: [pause] }
    expect(rows(period)).toEqual([
      '09 start',
      '10 paused 补正',
      '11 resumed 补正',
      '12 counted 1',
      '13 counted 2',
    ])
  })
  test('shows a pause on the day of the start', () => {
    const pause = { from: time('Mon 9 Mar 2026 11:00'), to: time('Wed 11 Mar 2026 10:00'), reason: '补正' }
    const period = { startedAt: time('Mon 9 Mar 2026 10:00'), workingDays: 1, ...plain, pauses: [pause] }
    expect(rows(period)).toEqual(['09 start', '10 paused 补正', '11 resumed 补正', '12 counted 1'])
  })
  test('shows the remainder of the day of the start carried over', () => {
    const pause = { from: time('Mon 9 Mar 2026 11:00'), to: time('Wed 11 Mar 2026 15:00'), reason: '补正' }
    const period = { startedAt: time('Mon 9 Mar 2026 10:00'), workingDays: 1, ...plain, pauses: [pause] }
    const lastRows = ['11 resumed 补正', '12 resumed 补正', '13 counted 1']
    expect(rows(period)).toEqual(['09 start', '10 paused 补正', ...lastRows])
  })
  test('shows the days of an extension with its reason, a make-up day among them', () => {
    const extensions = [{ workingDays: 2, reason: '外省核验' }]
    const period = { startedAt: time('Thu 7 May 2026 10:00'), workingDays: 1, ...plain, extensions }
    const lastRows = ['09 make-up 2 调休 外省核验', '10 weekend', '11 extension 3 外省核验']
    expect(rows(period)).toEqual(['07 start', '08 counted 1', ...lastRows])
  })
  test('refuses pauses before the start or out of order', () => {
    const pause = { from: time('Mon 9 Mar 2026 09:00'), to: time('Wed 11 Mar 2026 10:00'), reason: '补正' }
    const period = { startedAt: time('Mon 9 Mar 2026 10:00'), workingDays: 3, ...plain }
    expect(() => explainDate({ ...period, pauses: [pause] })).toThrow(RangeError)
    const backwards = { from: pause.to, to: pause.from, reason: '补正' }
    expect(() => explainDate({ ...period, pauses: [backwards] })).toThrow(RangeError)
  })
})

describe('always', () => {
  const anyPeriod = fc.record({
    startedAt: anyInstant,
    workingDays: fc.integer({ min: 1, max: 20 }),
    extension: fc.integer({ min: 0, max: 10 }),
    pauseShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    pauseLength: upToDays(40),
  })

  test('the last row is the due day, and the numbers run from 1 to all the working days', () => {
    fc.assert(
      fc.property(anyPeriod, ({ startedAt, workingDays, extension, pauseShare, pauseLength }) => {
        let due = dueAt({ startedAt, workingDays, ...office }).dueAt
        const pauses = []
        if (pauseShare !== null) {
          // Short of the due time itself, where nothing would be left to extend.
          const from = new Date(
            startedAt.getTime() + Math.floor(pauseShare * (due.getTime() - startedAt.getTime() - 60_000)),
          )
          const to = new Date(from.getTime() + pauseLength)
          const left = pauseClock({ dueAt: due, pausedAt: from, ...office })
          due = resumeClock({ left, resumedAt: to, ...office }).dueAt
          pauses.push({ from, to, reason: '补正' })
        }
        const extensions = extension > 0 ? [{ workingDays: extension, reason: '核验' }] : []
        if (extension > 0) {
          const limits = { longestWorkingDays: 10, statutoryDueAt: new Date('2100-01-01T00:00:00Z') }
          const extended = extend({
            dueAt: due,
            extendedAt: due,
            workingDays: extension,
            ...limits,
            ...office,
          })
          if (extended.ok) due = extended.value.dueAt
        }
        const explained = explainDate({ startedAt, workingDays, pauses, extensions, ...office })
        const numbers = explained.flatMap(({ countedNumber }) => countedNumber ?? [])
        expect(numbers).toEqual(Array.from({ length: workingDays + extension }, (_, index) => index + 1))
        expect(explained[0]?.date).toBe(shanghaiDayOf(startedAt))
        expect(explained.at(-1)?.date).toBe(shanghaiDayOf(due))
        expect(explained.at(-1)?.countedNumber).toBe(workingDays + extension)
      }),
      { numRuns: 500 },
    )
  })
})
