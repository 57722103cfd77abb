import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayPhone, maskPhone, readPhoneNumber } from './phone-number'

describe('a phone that can receive a code', () => {
  test.each([
    ['13800000001', '+8613800000001'],
    ['138 0000 0001', '+8613800000001'],
    ['138-0000-0001', '+8613800000001'],
    ['+86 138 0000 0001', '+8613800000001'],
    ['008613800000001', '+8613800000001'],
    ['１３８００００００００１'.slice(0, 11), '+8613800000000'],
    ['+852 9123 4567', '+85291234567'],
    ['00853 6612 3456', '+85366123456'],
    ['+886 0912 345 678', '+886912345678'],
    ['+886912345678', '+886912345678'],
  ])('%j is read as %s', (typed, phone) => {
    expect(readPhoneNumber(typed)).toEqual({ ok: true, value: phone })
  })

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['0714-6220000', 'landline'],
    ['62200000', 'landline'],
    ['12345', 'not-a-phone-number'],
    ['1380000000', 'not-a-phone-number'],
    ['138000000012', 'not-a-phone-number'],
    ['12800000001', 'not-a-phone-number'],
    ['9123 4567 89 01234', 'not-a-phone-number'],
    ['+1 202 555 0123', 'not-a-phone-number'],
    ['13800000001\u0000', 'not-a-phone-number'],
    ['1380000000\ud800', 'not-a-phone-number'],
    ['👶', 'not-a-phone-number'],
    ['<b>13800000001</b>', 'not-a-phone-number'],
    ['1'.repeat(10_000), 'not-a-phone-number'],
  ])('%j is asked again: %s', (typed, failure) => {
    expect(readPhoneNumber(typed)).toMatchObject({ ok: false, failure })
  })

  test('is shown to its owner in groups and to others in part', () => {
    expect(displayPhone('+8613800000001')).toBe('138 0000 0001')
    expect(displayPhone('+85291234567')).toBe('+85291234567')
    expect(maskPhone('+8613800001234')).toBe('138****1234')
    expect(maskPhone('+85291234567')).not.toContain('1234')
  })

  test('reads as itself once read, and so does what its owner is shown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), typed => {
        const read = readPhoneNumber(typed)
        expect(read).toMatchObject({ ok: true })
        if (!read.ok) return
        expect(readPhoneNumber(read.value)).toEqual(read)
        expect(readPhoneNumber(displayPhone(read.value))).toEqual(read)
      }),
    )
  })

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), typed => {
        const read = readPhoneNumber(typed)
        if (read.ok) expect(read.value).toMatch(/^\+(86|852|853|886)\d{8,11}$/)
      }),
    )
  })
})
