import { describe, expect, test } from 'vitest'
import { child } from './08-child'
import { aContext, problemsOf } from './testing'

const born = (year: string, month: string, day: string) => ({
  'birthDate-year': year,
  'birthDate-month': month,
  'birthDate-day': day,
})
const read = (typed: Record<string, string>) => child.read(typed, { ...aContext, answers: {} })

describe('a child that is born', () => {
  test.each([
    [born('2026', '11', '3'), '2026-11-03'],
    [born('２０２６', '０２', '２８'), '2026-02-28'],
    [born('2026', '11', '24'), '2026-11-24'],
    [born('2008', '11', '24'), '2008-11-24'],
  ])('has its day read from %j', (typed, birthDate) => {
    expect(read(typed)).toEqual({ ok: true, value: { birthDate, birthCertificateNumber: null } })
  })

  test('may have its birth certificate named, and need not', () => {
    const typed = born('2026', '11', '3')
    expect(read({ ...typed, certificateNumber: 'ｕ４２０１２３４５６' })).toMatchObject({
      ok: true,
      value: { birthCertificateNumber: 'U420123456' },
    })
    expect(read({ ...typed, certificateNumber: '  ' })).toMatchObject({ ok: true })
    expect(problemsOf(read({ ...typed, certificateNumber: '420123456' }))).toEqual([
      'certificateNumber: certificate-number-wrong-form',
    ])
  })

  test.each([
    [born('', '', ''), 'birth-date-empty'],
    [born('1850', '1', '1'), 'birth-date-too-long-ago'],
    [born('2008', '11', '23'), 'birth-date-too-long-ago'],
    [born('2026', '11', '25'), 'birth-date-in-the-future'],
    [born('2027', '1', '1'), 'birth-date-in-the-future'],
    [born('2026', '2', '30'), 'birth-date-not-a-date'],
    [born('26', '11', '3'), 'birth-date-not-a-date'],
    [born('2026', '十一', '3'), 'birth-date-not-a-date'],
    [born('2026', '11', '\u0000'), 'birth-date-not-a-date'],
    [born('2'.repeat(10_000), '11', '3'), 'birth-date-not-a-date'],
  ])('is asked again for %j', (typed, problem) => {
    expect(problemsOf(read(typed))).toEqual([`birthDate: ${problem}`])
  })

  test('is asked about only once it is born', () => {
    expect(child.isAsked({ stage: { stage: 'expecting' } })).toBe(false)
    expect(child.isAsked({ stage: { stage: 'born' } })).toBe(true)
  })
})
