import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newInitialPassword } from './initial-password'
import { whyNotThisPassword } from './password-rules'

const account = ['chenxiao', 'HS101']
const why = (password: string) => whyNotThisPassword({ password, account })

describe('a password', () => {
  test.each<[string, string | null, string]>([
    ['磁湖边的柳树', 'too-short', 'six characters'],
    ['磁湖边上的柳树青', null, 'eight, of whatever kind'],
    ['correct horse battery staple', null, 'spaces are characters'],
    ['nnnnnnnn', 'common', 'one character'],
    ['abcabcabcabc', 'common', 'the same over and over'],
    ['23456789', 'common', 'a run'],
    ['password', 'common', 'the first that anybody tries'],
    ['PassWord1', 'common', 'capitals help nobody'],
    ['superman!!', 'common', 'nor marks at its end'],
    ['a123456789', 'common', 'of the breaches'],
    ['qq123456', 'common', 'of the breaches'],
    ['woaini1314', 'common', 'everybody loves somebody'],
    ['5201314520', 'common', 'and says so in numbers'],
    ['huangshi2026', 'common', 'the place'],
    ['ChenXiao2026', 'like-the-account', 'the sign-in name and a year'],
    ['hs101-hs1', 'like-the-account', 'the staff number'],
    ['１２３４５６７８', 'common', 'full-width digits are digits'],
    ['x'.repeat(127).concat('yz'), 'too-long', 'more than 128'],
    ['demo-2026-huangshi', null, 'the demo’s own'],
  ])('%s: %s (%s)', (password, expected, _because) => {
    expect(why(password)).toBe(expected)
  })

  test('that the service makes itself is never refused', () => {
    for (let n = 0; n < 100; n += 1) expect(why(newInitialPassword())).toBeNull()
  })

  test('of any form gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), password => {
        expect([null, 'too-short', 'too-long', 'common', 'like-the-account']).toContain(why(password))
      }),
    )
  })
})
