import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase32, toBase32 } from './base32'

describe('base32', () => {
  test.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of %s is %s, as RFC 4648 §10 has it but for the padding', (plain, encoded) => {
    expect(toBase32(Buffer.from(plain))).toBe(encoded)
    expect(Buffer.from(fromBase32(encoded) ?? []).toString()).toBe(plain)
    expect(Buffer.from(fromBase32(encoded.toLowerCase()) ?? []).toString()).toBe(plain)
  })

  test('gives any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), bytes => {
        expect(fromBase32(toBase32(bytes))).toEqual(Uint8Array.from(bytes))
      }),
    )
  })

  test.each(['', 'MZ======', 'MB', 'M', 'MZXW6Y', 'mzx1', 'MZX-', 'MZſQ', 'MZXW6YTBA'])(
    'of %j there are no bytes',
    text => {
      expect(fromBase32(text)).toBeNull()
    },
  )
})
