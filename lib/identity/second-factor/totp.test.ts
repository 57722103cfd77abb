import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newTotpSecret, stepAt, stepOfTotp, totpAt, totpLink } from './totp'

/** RFC 6238, appendix B: the ASCII text 12345678901234567890, of whose codes the last six digits count here. */
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1_000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i an app shows %s, as the standard says', (seconds, code) => {
  expect(totpAt({ secret: rfcSecret, at: at(seconds) })).toBe(code)
})

describe('a code', () => {
  const secret = newTotpSecret()
  const now = at(1_795_600_010)

  test.each<[number, number | null, string]>([
    [-61, null, 'two half-minutes ago is too old'],
    [-30, -1, 'the one before still counts'],
    [0, 0, 'the one of now'],
    [30, 1, 'of a phone that is ahead'],
    [61, null, 'of a phone too far ahead'],
  ])('shown %i seconds from now is of step %s: %s', (seconds, step, _because) => {
    const code = totpAt({ secret, at: at(now.getTime() / 1_000 + seconds) })
    expect(stepOfTotp({ secret, code, at: now })).toBe(step === null ? null : stepAt(now) + step)
  })

  test('of another secret, or of any other form, counts for nothing', () => {
    const others = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('١٢٣٤٥٦', '12345', '1234567', ''))
    fc.assert(
      fc.property(others, code => {
        fc.pre(!/^\d{6}$/.test(code))
        expect(stepOfTotp({ secret, code, at: now })).toBeNull()
      }),
    )
  })
})

test('a secret has 160 bits, and its QR code names issuer and account', () => {
  const secret = newTotpSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  const link = new URL(totpLink({ secret, account: 'chenxiao', issuer: '生育登记' }))
  expect(link.protocol + decodeURIComponent(link.pathname)).toBe('otpauth:/生育登记:chenxiao')
  expect(Object.fromEntries(link.searchParams)).toEqual({ secret, issuer: '生育登记' })
})
