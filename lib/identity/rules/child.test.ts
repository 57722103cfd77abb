import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBirthCertificateNumber, readChildBirthDate } from './child'

const today = '2026-11-24'
const read = (year: string, month: string, day: string) => readChildBirthDate({ year, month, day, today })

describe('the day on which a child was born', () => {
  test.each([
    ['2026', '11', '24', '2026-11-24', 'today'],
    ['2026', '1', '5', '2026-01-05', 'without zeros'],
    ['２０２６', '１', '５', '2026-01-05', 'full-width'],
    ['2024', '2', '29', '2024-02-29', 'a leap day'],
    ['2008', '11', '24', '2008-11-24', 'eighteen years ago to the day'],
  ])('%s %s %s is %s: %s', (year, month, day, date) => {
    expect(read(year, month, day)).toEqual({ ok: true, value: date })
  })

  test.each([
    ['', '', '', 'empty'],
    ['2026', '11', '', 'not-a-date'],
    ['2025', '2', '29', 'not-a-date'],
    ['2026', '13', '1', 'not-a-date'],
    ['2026', '0', '1', 'not-a-date'],
    ['-2026', '1', '1', 'not-a-date'],
    ['2026', '1.5', '1', 'not-a-date'],
    ['２０２６年', '1', '1', 'not-a-date'],
    ['2026', '1', '\u0000', 'not-a-date'],
    ['2026', '1', '\ud800', 'not-a-date'],
    ['1850', '1', '1', 'too-long-ago'],
    ['2008', '11', '23', 'too-long-ago'],
    ['2026', '11', '25', 'in-the-future'],
    ['2027', '1', '1', 'in-the-future'],
    ['9999', '12', '31', 'in-the-future'],
  ])('%j %j %j is asked again: %s', (year, month, day, failure) => {
    expect(read(year, month, day)).toMatchObject({ ok: false, failure })
  })

  test('is a day that was, within a childhood, whatever is typed', () => {
    const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.nat(3_000).map(String))
    fc.assert(
      fc.property(part, part, part, (year, month, day) => {
        const result = read(year, month, day)
        if (!result.ok) return
        expect(result.value <= today && result.value >= '2008-11-24').toBe(true)
      }),
    )
  })
})

describe('the number of a medical birth certificate', () => {
  test.each(['U420123456', 'u420123456', 'Ｕ４２０１２３４５６', 'U 420-123 456'])('%j is read', typed => {
    expect(readBirthCertificateNumber(typed)).toEqual({ ok: true, value: 'U420123456' })
  })

  test.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['420123456', 'wrong-form'],
    ['UU20123456', 'wrong-form'],
    ['U42012345', 'wrong-form'],
    ['U420123456\u0000', 'wrong-form'],
    ['U'.repeat(10_000), 'wrong-form'],
    ['👶420123456', 'wrong-form'],
  ])('%j is asked again: %s', (typed, failure) => {
    expect(readBirthCertificateNumber(typed)).toMatchObject({ ok: false, failure })
  })
})
