import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '@/lib/deadlines/rules'
import { surnameOf } from './surname'
import { accessLimits, isOutsideHours, type Look, unusualLooks } from './unusual-looks'

const officeTime = {
  calendar: workingCalendar({
    days: [
      { date: '2026-10-01', kind: 'holiday', name: '国庆节' },
      { date: '2026-10-10', kind: 'make-up-working-day', name: '国庆节' },
    ],
    announcedYears: [2026],
  }),
  hours: { opensAt: '08:30', closesAt: '17:30' },
}
const time = (text: string) => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`)

function aLook(difference: Partial<Look> = {}): Look {
  return {
    staffId: 'chenxiao',
    staffName: '陈晓',
    at: time('11-25 10:00'),
    caseId: 'case',
    isReveal: false,
    isOwnCase: false,
    partyNames: ['李婷'],
    officeTime,
    ...difference,
  }
}

function looksAt(
  count: number,
  { from = '11-25 10:00', minutesApart = 1 },
  difference: Partial<Look> = {},
): Look[] {
  return Array.from({ length: count }, (_, index) =>
    aLook({
      at: new Date(time(from).getTime() + index * minutesApart * 60_000),
      caseId: `case ${index}`,
      ...difference,
    }),
  )
}

const rulesOf = (looks: readonly Look[]) => unusualLooks(looks).map(({ rule }) => rule)

describe('what an auditor is told', () => {
  test('many cases of others within an hour, once for that hour', () => {
    const alerts = unusualLooks(looksAt(accessLimits.casesAnHour + 5, {}))
    expect(alerts).toMatchObject([{ rule: 'many-cases', staffId: 'chenxiao', span: '2026-11-25 10' }])
  })

  test('as many cases that are one’s own are a day’s work', () => {
    expect(rulesOf(looksAt(100, {}, { isOwnCase: true }))).toEqual([])
  })

  test('as many looks at one case are one case', () => {
    expect(rulesOf(looksAt(50, {}, { caseId: 'case' }))).toEqual([])
  })

  test('many cases of others over a day, though never many in an hour', () => {
    const looks = looksAt(accessLimits.casesADay + 1, { from: '11-25 08:30', minutesApart: 6 })
    expect(rulesOf(looks)).toEqual(['many-cases-in-a-day'])
  })

  test('looks in the evening, even at one’s own cases', () => {
    const evening = looksAt(3, { from: '11-25 22:00' }, { isOwnCase: true })
    expect(unusualLooks(evening)).toMatchObject([{ rule: 'after-hours', span: '2026-11-25', looks: 3 }])
    expect(rulesOf(evening.slice(0, 2))).toEqual([])
  })

  test('a dozen document numbers shown in full in one day', () => {
    const reveals = looksAt(accessLimits.revealsADay, {}, { isReveal: true, isOwnCase: true })
    expect(rulesOf(reveals)).toEqual(['revealed-numbers'])
  })

  test.each([
    ['three looks at a stranger’s case with the same surname', 3, {}, ['shared-surname']],
    ['two looks are chance: surnames are few', 2, {}, []],
    ['one look with the number shown', 1, { isReveal: true }, ['shared-surname']],
    ['another surname', 5, { partyNames: ['李婷'] }, []],
    ['a case that is one’s own to handle', 5, { isOwnCase: true }, []],
  ] as const)('%s', (_what, count, difference, expected) => {
    const looks = looksAt(count, {}, { caseId: 'case', partyNames: ['李婷', '陈伟'], ...difference })
    expect(rulesOf(looks)).toEqual(expected)
  })

  test('the order in which looks are read changes nothing', () => {
    const looks = [...looksAt(40, {}), ...looksAt(5, { from: '11-25 23:00' }, { isReveal: true })]
    fc.assert(
      fc.property(fc.shuffledSubarray(looks, { minLength: looks.length }), shuffled => {
        expect(unusualLooks(shuffled)).toEqual(unusualLooks(looks))
      }),
      { numRuns: 20 },
    )
  })
})

describe('the hours of the office', () => {
  test.each([
    ['11-25 07:30', false, 'an hour early is early, not odd'],
    ['11-25 07:29', true, 'earlier is odd'],
    ['11-25 18:30', false, 'an hour to finish a case'],
    ['11-25 18:31', true, 'later is odd'],
    ['11-28 10:00', true, 'a Saturday'],
    ['10-01 10:00', true, 'a holiday'],
    ['10-10 10:00', false, 'a Saturday worked in place of the holiday'],
  ])('%s is outside: %s, since it is %s', (at, expected) => {
    expect(isOutsideHours({ at: time(at), officeTime })).toBe(expected)
  })
})

test.each([
  ['陈晓', '陈'],
  ['欧阳娜娜', '欧阳'],
  ['𠮷川', '𠮷'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['Mary Smith', 'Mary Smith'],
])('the surname of %s is %s', (name, surname) => {
  expect(surnameOf(name)).toBe(surname)
})
