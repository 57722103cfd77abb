import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueAt, hasRunOut } from './due-date'
import { shanghaiDayOf } from './shanghai-time'
import { anyInstant, day, office, time } from './test-office'
import { workingDaysBetween } from './working-calendar'

const due = (startedAt: Date, workingDays: number) => dueAt({ startedAt, workingDays, ...office })

describe('a deadline, by what an officer would check', () => {
  test.each([
    // An ordinary week
    ['Fri 6 Mar 2026 10:00', 3, 'Wed 11 Mar 2026', 'the weekend is skipped'],
    ['Sat 7 Mar 2026 10:00', 3, 'Thu 12 Mar 2026', 'a Saturday counts as the Monday'],
    ['Sun 8 Mar 2026 23:59', 1, 'Tue 10 Mar 2026', 'so does the last minute of Sunday'],
    ['Mon 9 Mar 2026 00:00', 1, 'Tue 10 Mar 2026', 'midnight belongs to the day that begins'],
    ['Mon 9 Mar 2026 08:29', 1, 'Tue 10 Mar 2026', 'before opening counts on that day'],
    ['Mon 9 Mar 2026 13:00', 1, 'Tue 10 Mar 2026', 'the midday break makes no difference'],
    ['Mon 9 Mar 2026 17:30', 1, 'Tue 10 Mar 2026', 'the moment of closing is in time'],
    ['Mon 9 Mar 2026 17:31', 1, 'Wed 11 Mar 2026', 'after closing counts as the next day'],
    ['Fri 6 Mar 2026 17:31', 1, 'Tue 10 Mar 2026', 'after closing on Friday counts as Monday'],
    ['Wed 28 Feb 2024 16:00', 1, 'Thu 29 Feb 2024', 'the leap day is a day'],
    // 春节
    ['Fri 13 Feb 2026 16:00', 1, 'Sat 14 Feb 2026', 'that Saturday is worked for 春节'],
    ['Fri 13 Feb 2026 17:30', 1, 'Sat 14 Feb 2026', 'in time at closing'],
    ['Fri 13 Feb 2026 16:00', 3, 'Wed 25 Feb 2026', 'nine days of 春节 lie between'],
    ['Fri 13 Feb 2026 16:00', 5, 'Fri 27 Feb 2026', 'correction notice possible until then'],
    ['Fri 13 Feb 2026 16:00', 15, 'Thu 12 Mar 2026', 'both make-up Saturdays count'],
    ['Thu 12 Feb 2026 10:00', 20, 'Wed 18 Mar 2026', 'the statutory limit over 春节'],
    ['Fri 13 Feb 2026 17:31', 1, 'Tue 24 Feb 2026', 'counts as of Sat 14'],
    ['Sat 14 Feb 2026 09:00', 1, 'Tue 24 Feb 2026', 'handed in on the make-up Saturday'],
    ['Sat 14 Feb 2026 17:31', 1, 'Wed 25 Feb 2026', 'a make-up Saturday closes, too'],
    ['Sun 15 Feb 2026 10:00', 1, 'Wed 25 Feb 2026', 'first day of the holiday'],
    ['Mon 23 Feb 2026 23:59', 1, 'Wed 25 Feb 2026', 'last minute of the holiday'],
    ['Tue 24 Feb 2026 08:00', 3, 'Fri 27 Feb 2026', 'before opening on the first day back'],
    ['Wed 25 Feb 2026 10:00', 3, 'Sat 28 Feb 2026', 'ends on the second make-up Saturday'],
    ['Fri 27 Feb 2026 17:31', 1, 'Mon 2 Mar 2026', 'counts as of the make-up Saturday'],
    ['Thu 23 Jan 2020 16:00', 1, 'Mon 3 Feb 2020', 'the holiday of 2020 was lengthened to 2 February'],
    // 元旦 and the ends of years
    ['Wed 31 Dec 2025 10:00', 1, 'Sun 4 Jan 2026', 'that Sunday is worked for 元旦'],
    ['Wed 31 Dec 2025 17:31', 1, 'Mon 5 Jan 2026', 'counts as of that Sunday'],
    ['Thu 1 Jan 2026 12:00', 3, 'Wed 7 Jan 2026', 'counts as of that Sunday'],
    ['Sat 3 Jan 2026 12:00', 1, 'Mon 5 Jan 2026', 'last day of 元旦'],
    ['Tue 31 Dec 2024 16:00', 1, 'Thu 2 Jan 2025', '元旦 2025 is one day'],
    ['Fri 30 Dec 2022 10:00', 1, 'Tue 3 Jan 2023', '31 December 2022 is off by the notice for 2023'],
    ['Fri 28 Dec 2018 16:00', 1, 'Sat 29 Dec 2018', 'worked by the notice for 2019'],
    ['Fri 28 Dec 2018 16:00', 2, 'Wed 2 Jan 2019', '31 December 2018 is off by the notice for 2019'],
    ['Mon 31 Dec 2018 10:00', 1, 'Thu 3 Jan 2019', 'handed in on that day off'],
    ['Mon 31 Dec 2012 10:00', 3, 'Sun 6 Jan 2013', 'Saturday and Sunday are worked'],
    ['Fri 30 Dec 2011 16:00', 2, 'Wed 4 Jan 2012', '31 December 2011 is worked by the notice for 2012'],
    // 清明, 劳动节, 端午, 中秋
    ['Fri 3 Apr 2026 10:00', 1, 'Tue 7 Apr 2026', 'Monday is off for 清明'],
    ['Wed 3 Apr 2024 10:00', 1, 'Sun 7 Apr 2024', 'that Sunday is worked for 清明'],
    ['Thu 30 Apr 2026 10:00', 4, 'Sat 9 May 2026', 'ends on the make-up Saturday'],
    ['Thu 30 Apr 2026 10:00', 5, 'Mon 11 May 2026', 'the make-up Saturday counts'],
    ['Fri 25 Apr 2025 17:31', 1, 'Mon 28 Apr 2025', 'counts as of the Sunday worked before 劳动节'],
    ['Fri 10 May 2024 10:00', 1, 'Sat 11 May 2024', 'worked after 劳动节'],
    ['Thu 18 Jun 2026 16:00', 1, 'Mon 22 Jun 2026', '端午 on Friday'],
    ['Wed 21 Jun 2023 16:00', 1, 'Sun 25 Jun 2023', 'that Sunday is worked for 端午'],
    ['Fri 18 Sep 2026 16:00', 1, 'Sun 20 Sep 2026', 'that Sunday is worked for 国庆'],
    ['Thu 24 Sep 2026 17:31', 1, 'Tue 29 Sep 2026', 'after closing before 中秋'],
    // 国庆
    ['Wed 30 Sep 2026 10:00', 1, 'Thu 8 Oct 2026', 'seven days of 国庆'],
    ['Wed 30 Sep 2026 10:00', 3, 'Sat 10 Oct 2026', 'ends on the make-up Saturday'],
    ['Wed 30 Sep 2026 10:00', 4, 'Mon 12 Oct 2026', 'the make-up Saturday counts'],
    ['Thu 1 Oct 2026 00:00', 1, 'Fri 9 Oct 2026', 'handed in on the national day'],
    ['Wed 7 Oct 2026 23:59', 3, 'Mon 12 Oct 2026', 'counts as of Thu 8'],
    ['Fri 9 Oct 2026 17:31', 1, 'Mon 12 Oct 2026', 'counts as of the make-up Saturday'],
    ['Tue 30 Sep 2025 16:00', 3, 'Sat 11 Oct 2025', 'eight days with 中秋, Saturday worked'],
    ['Thu 28 Sep 2023 16:00', 2, 'Sun 8 Oct 2023', 'Saturday and Sunday are worked'],
    ['Fri 29 Sep 2017 16:00', 2, 'Mon 9 Oct 2017', 'Saturday worked before eight days off'],
    ['Wed 2 Sep 2015 16:00', 1, 'Sun 6 Sep 2015', 'the one-time holiday of 2015'],
  ])('handed in %s, %i working day(s): %s, because %s', (submitted, workingDays, lastDay) => {
    expect(due(time(submitted), workingDays).dueAt).toEqual(time(`${lastDay} 17:30`))
  })

  test('a millisecond after closing is after closing', () => {
    const closing = time('Mon 9 Mar 2026 17:30')
    expect(due(closing, 1).startsOn).toBe('2026-03-09')
    expect(due(new Date(closing.getTime() + 1), 1).startsOn).toBe('2026-03-10')
  })
  test('startsOn is the working day on which the start counts', () => {
    expect(due(time('Fri 13 Feb 2026 16:00'), 1).startsOn).toBe(day('Fri 13 Feb 2026'))
    expect(due(time('Fri 13 Feb 2026 17:31'), 1).startsOn).toBe(day('Sat 14 Feb 2026'))
    expect(due(time('Sun 15 Feb 2026 10:00'), 1).startsOn).toBe(day('Tue 24 Feb 2026'))
  })
  test('the closing time is that of the office', () => {
    const hours = { opensAt: '09:00', closesAt: '16:00' }
    const startedAt = time('Mon 9 Mar 2026 16:01')
    const late = dueAt({ startedAt, workingDays: 1, calendar: office.calendar, hours })
    expect(late.dueAt).toEqual(time('Wed 11 Mar 2026 16:00'))
  })
})

describe('a deadline is provisional', () => {
  test.each([
    ['Wed 30 Dec 2026 10:00', 1, false, 'ends in the announced year'],
    ['Wed 30 Dec 2026 10:00', 2, true, 'ends in a year that is not announced'],
    ['Thu 31 Dec 2026 17:31', 1, true, 'starts in effect in that year'],
    ['Mon 4 Jan 2027 10:00', 1, true, 'lies in that year'],
  ])('%s + %i: %s, because it %s', (submitted, workingDays, provisional) => {
    expect(due(time(submitted), workingDays).provisional).toBe(provisional)
  })
})

describe('nobody can ask for', () => {
  test.each([0, -1, 1.5, 251, Number.NaN, Number.POSITIVE_INFINITY])('%d working days', workingDays => {
    expect(() => due(time('Mon 9 Mar 2026 10:00'), workingDays)).toThrow(RangeError)
  })
  test('a start that is no time, or hours that are no hours', () => {
    expect(() => due(new Date('nonsense'), 1)).toThrow(RangeError)
    const hours = { opensAt: '17:30', closesAt: '08:30' }
    const startedAt = time('Mon 9 Mar 2026 10:00')
    expect(() => dueAt({ startedAt, workingDays: 1, calendar: office.calendar, hours })).toThrow(RangeError)
  })
})

describe('always', () => {
  const anyPeriod = fc.integer({ min: 1, max: 250 })
  test('the last day is a working day, and exactly so many lie after the day of the start', () => {
    fc.assert(
      fc.property(anyInstant, anyPeriod, (startedAt, workingDays) => {
        const { startsOn, dueAt: end } = due(startedAt, workingDays)
        const lastDay = shanghaiDayOf(end)
        expect(office.calendar.isWorkingDay(startsOn)).toBe(true)
        expect(office.calendar.isWorkingDay(lastDay)).toBe(true)
        expect(workingDaysBetween({ after: startsOn, through: lastDay, ...office })).toBe(workingDays)
      }),
    )
  })
  test('a later start is never due earlier, and a longer period never ends earlier', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, fc.integer({ min: 1, max: 249 }), (one, other, workingDays) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one]
        expect(due(earlier, workingDays).dueAt <= due(later, workingDays).dueAt).toBe(true)
        expect(due(one, workingDays).dueAt < due(one, workingDays + 1).dueAt).toBe(true)
      }),
    )
  })
})

test('a clock runs out after its due time, not at it', () => {
  const end = time('Tue 10 Mar 2026 17:30')
  expect(hasRunOut({ dueAt: end, now: end })).toBe(false)
  expect(hasRunOut({ dueAt: end, now: new Date(end.getTime() + 1) })).toBe(true)
})
