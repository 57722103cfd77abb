import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shanghaiDayOf, workingCalendar } from '@/lib/deadlines'
import { chineseDaysCalendar } from '@/lib/deadlines/rules/import-calendar'
import { chanceFrom } from './chance'
import { officeMoments } from './office-moments'

const calendar = workingCalendar(chineseDaysCalendar({ fromYear: 2025, toYear: 2026 }))
const at = (now: string) => officeMoments({ now: new Date(now), calendar, chance: chanceFrom(1) })

describe('the moments of the demo', () => {
  it('lie in the past and on working days, whenever the demo is started', () => {
    const anyTime = fc.date({
      min: new Date('2026-03-01T00:00:00Z'),
      max: new Date('2026-12-30T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(anyTime, fc.integer({ min: 0, max: 40 }), fc.integer(), (now, workingDaysAgo, seed) => {
        const moments = officeMoments({ now, calendar, chance: chanceFrom(seed) })
        for (const moment of [moments.atWork(workingDaysAgo), moments.whenPeopleApply(workingDaysAgo)]) {
          expect(moment.getTime()).toBeLessThan(now.getTime())
          expect(shanghaiDayOf(moment)).toBe(moments.dayOf(workingDaysAgo))
        }
        expect(calendar.isWorkingDay(moments.dayOf(workingDaysAgo))).toBe(true)
      }),
    )
  })

  it.each([
    ['in the middle of a working day', '2026-11-25T15:00:00+08:00', '2026-11-25', true],
    ['before the offices open', '2026-11-25T07:00:00+08:00', '2026-11-24', false],
    ['just after closing', '2026-11-25T17:40:00+08:00', '2026-11-25', false],
    ['on a Sunday', '2026-11-22T12:00:00+08:00', '2026-11-20', false],
    ['on a Saturday that is worked', '2026-10-10T12:00:00+08:00', '2026-10-10', true],
    ['in a holiday', '2026-10-04T12:00:00+08:00', '2026-09-30', false],
  ])('end with the last day that has begun: %s', (_when, now, lastDay, isBeforeClosing) => {
    expect(at(now)).toMatchObject({ isBeforeClosing })
    expect(at(now).dayOf(0)).toBe(lastDay)
  })
})
