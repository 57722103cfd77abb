import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskEmail, readEmailAddress } from './email-address'

describe('an e-mail address', () => {
  test.each([
    ['li.ting@example.cn', 'li.ting@example.cn'],
    ['  Li.Ting+reg@Example.CN ', 'Li.Ting+reg@example.cn'],
    ['ｌｉ＠ｅｘａｍｐｌｅ．ｃｎ', 'li@example.cn'],
    ['li @ example.cn', 'li@example.cn'],
    ["o'brien@mail.example.com", "o'brien@mail.example.com"],
  ])('%j is %s', (typed, address) => {
    expect(readEmailAddress(typed)).toEqual({ ok: true, value: address })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['li.ting', 'not-an-email'],
    ['@example.cn', 'not-an-email'],
    ['li@example', 'not-an-email'],
    ['li..ting@example.cn', 'not-an-email'],
    ['.li@example.cn', 'not-an-email'],
    ['li@-example.cn', 'not-an-email'],
    ['li@@example.cn', 'not-an-email'],
    ['a@b.cn, c@d.cn', 'not-an-email'],
    ['li@example.cn\r\nBcc: x@y.cn', 'not-an-email'],
    ['<li@example.cn>', 'not-an-email'],
    ['li\0@example.cn', 'not-an-email'],
    [`${'x'.repeat(300)}@example.cn`, 'too-long'],
  ])('%j is refused: %s', (typed, failure) => {
    expect(readEmailAddress(typed)).toMatchObject({ ok: false, failure })
  })

  test('whatever is typed gives an answer, and a right address reads as itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), typed => {
        const read = readEmailAddress(typed)
        if (!read.ok) return
        expect(readEmailAddress(read.value)).toEqual(read)
        expect(read.value).not.toMatch(/[\s<>,;]/)
      }),
    )
  })

  test('is shown by its first letter', () => {
    expect(maskEmail('li.ting@example.cn')).toBe('l***@example.cn')
  })
})
