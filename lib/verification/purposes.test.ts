import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_PURPOSE, readPurpose } from './purposes'

describe('a verifier says what for', () => {
  test.each([
    [{ chosen: 'insurance', typed: '' }, 'insurance'],
    [{ chosen: 'insurance', typed: '别的' }, 'insurance'],
    [{ chosen: '', typed: ' 申请公租房 ' }, '申请公租房'],
    [{ chosen: 'because', typed: '入户' }, '入户'],
  ])('%j: %s', (asked, purpose) => {
    expect(readPurpose(asked)).toEqual({ ok: true, value: purpose })
  })

  test.each([
    [{ chosen: '', typed: '' }, 'purpose-missing'],
    [{ chosen: 'other', typed: ' \n ' }, 'purpose-missing'],
    [{ chosen: '', typed: '长'.repeat(61) }, 'too-long'],
    [{ chosen: '', typed: '\u0000' }, 'forbidden-character'],
    [{ chosen: '', typed: '\uD800' }, 'forbidden-character'],
  ])('or is asked again, as with %j: %s', (asked, failure) => {
    expect(readPurpose(asked)).toMatchObject({ failure })
  })

  test('in few words, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (typed, chosen) => {
        const read = readPurpose({ chosen, typed })
        if (read.ok) expect([...read.value].length).toBeLessThanOrEqual(LONGEST_PURPOSE)
      }),
    )
  })
})
