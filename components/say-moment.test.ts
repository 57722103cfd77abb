import { describe, expect, test } from 'vitest'
import { sayDate, sayMoment } from './say-moment'

const now = new Date('2026-11-24T10:41:00+08:00')

describe('sayMoment', () => {
  test.each([
    ['2026-11-27T17:30:00+08:00', '11月27日 周五 17:30', 'Fri 27 Nov, 17:30'],
    ['2026-11-24T17:30:00+08:00', '今天 17:30', 'today, 17:30'],
    ['2026-11-25T09:05:00+08:00', '明天 周三 09:05', 'tomorrow, 09:05'],
    ['2026-11-23T14:05:00+08:00', '11月23日 周一 14:05', 'Mon 23 Nov, 14:05'],
    ['2027-01-04T17:30:00+08:00', '2027年1月4日 周一 17:30', 'Mon 4 Jan 2027, 17:30'],
    ['2025-12-31T00:00:00+08:00', '2025年12月31日 周三 00:00', 'Wed 31 Dec 2025, 00:00'],
    ['2026-11-24T16:00:00Z', '明天 周三 00:00', 'tomorrow, 00:00'],
    ['2026-11-23T16:00:00Z', '今天 00:00', 'today, 00:00'],
  ])('%s', (instant, chinese, english) => {
    expect(sayMoment({ instant: new Date(instant), now, locale: 'zh-CN' })).toBe(chinese)
    expect(sayMoment({ instant: new Date(instant), now, locale: 'en' })).toBe(english)
  })

  test('seconds on a verification', () => {
    const instant = new Date('2026-11-24T16:10:42+08:00')
    expect(sayMoment({ instant, now, locale: 'zh-CN', withSeconds: true })).toBe('今天 16:10:42')
  })

  test('the date instead of today', () => {
    expect(sayMoment({ instant: now, now, locale: 'zh-CN', byName: false })).toBe('11月24日 周二 10:41')
  })

  test('the year when nobody says what is now', () => {
    expect(sayMoment({ instant: now, locale: 'zh-CN' })).toBe('2026年11月24日 周二 10:41')
    expect(sayMoment({ instant: now, locale: 'en' })).toBe('Tue 24 Nov 2026, 10:41')
  })

  test("the new year of Huangshi, not of the machine's zone", () => {
    const newYear = new Date('2026-12-31T16:00:00Z')
    expect(sayMoment({ instant: newYear, now, locale: 'zh-CN' })).toBe('2027年1月1日 周五 00:00')
    expect(sayDate({ date: '2027-01-01', now: newYear, locale: 'zh-CN' })).toBe('今天')
  })
})

describe('sayDate', () => {
  test.each([
    ['2026-11-24', '今天', 'today'],
    ['2026-11-25', '明天 周三', 'tomorrow'],
    ['2026-12-01', '12月1日 周二', 'Tue 1 Dec'],
    ['1993-05-12', '1993年5月12日 周三', 'Wed 12 May 1993'],
    // Summer time was kept in China in 1986–1991: a civil date must not slip.
    ['1988-04-10', '1988年4月10日 周日', 'Sun 10 Apr 1988'],
    ['2028-02-29', '2028年2月29日 周二', 'Tue 29 Feb 2028'],
  ])('%s', (date, chinese, english) => {
    expect(sayDate({ date, now, locale: 'zh-CN' })).toBe(chinese)
    expect(sayDate({ date, now, locale: 'en' })).toBe(english)
  })

  test('tomorrow over the end of a year', () => {
    const lastDay = new Date('2026-12-31T12:00:00+08:00')
    expect(sayDate({ date: '2027-01-01', now: lastDay, locale: 'zh-CN' })).toBe('明天 周五')
  })
})
