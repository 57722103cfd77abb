import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityDocumentKinds, isIdentityDocumentKind, readIdentityDocument } from './identity-documents'
import { residentIdCheckCharacter } from './resident-id-number'

const today = '2026-11-24'
const read = (kind: string, number: string) => readIdentityDocument({ kind, number, today })

describe('an identity document', () => {
  test.each([
    ['resident-id-card', '420202199305123523', '420202199305123523'],
    ['hk-macao-taiwan-residence-permit', '810000199003071237', '810000199003071237'],
    ['hk-macao-travel-permit', 'h 1234 5678', 'H12345678'],
    ['hk-macao-travel-permit', 'M1234567801', 'M1234567801'],
    ['taiwan-travel-permit', '０１２３４５６７', '01234567'],
    ['taiwan-travel-permit', '0123456789', '0123456789'],
    ['foreign-permanent-resident-card', 'FRA110082092401', 'FRA110082092401'],
    ['passport', 'e-1234 5678', 'E12345678'],
  ])('%s %j is read as %s', (kind, typed, number) => {
    expect(read(kind, typed)).toEqual({ ok: true, value: { kind, number } })
  })

  test('a permanent resident card of 2023 checks like an ID card, with a country for the area', () => {
    const right = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X']
      .map(check => read('foreign-permanent-resident-card', `91142719900307123${check}`))
      .filter(result => result.ok)
    expect(right).toHaveLength(1)
    expect(read('foreign-permanent-resident-card', '911427185003071230')).toMatchObject({
      failure: 'impossible-birth-date',
    })
  })

  test.each([
    ['resident-id-card', '810000199003071237', 'other-document'],
    ['hk-macao-taiwan-residence-permit', '420202199305123523', 'other-document'],
    ['resident-id-card', '420202199305123524', 'check-character'],
    ['hk-macao-travel-permit', 'A12345678', 'wrong-form'],
    ['hk-macao-travel-permit', 'H1234567', 'wrong-form'],
    ['taiwan-travel-permit', '1234567', 'wrong-form'],
    ['foreign-permanent-resident-card', 'FR110082092401', 'wrong-form'],
    ['passport', 'E123', 'wrong-form'],
    ['passport', 'E1234567<script>', 'wrong-form'],
    ['passport', 'E1234567\u0000', 'wrong-form'],
    ['passport', '護照12345', 'wrong-form'],
    ['passport', 'E'.repeat(10_000), 'wrong-form'],
    ['passport', '  ', 'empty'],
    ['library-card', '1234567', 'unknown-kind'],
    ['toString', '1234567', 'unknown-kind'],
    ['', '', 'unknown-kind'],
  ])('%s %j is asked again: %s', (kind, typed, failure) => {
    expect(read(kind, typed)).toMatchObject({ ok: false, failure })
  })

  test('is one of six kinds', () => {
    expect(identityDocumentKinds).toHaveLength(6)
    expect(isIdentityDocumentKind('passport')).toBe(true)
    expect(isIdentityDocumentKind('marriage-certificate')).toBe(false)
  })

  test('never throws; what is read is plain and reads as itself', () => {
    const number = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.stringMatching(/^[HMA-Z0-9 -]{5,20}$/),
      fc
        .integer({ min: 0, max: 999 })
        .map(order => `42020219850101${String(order).padStart(3, '0')}`)
        .map(first17 => first17 + residentIdCheckCharacter(first17)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...identityDocumentKinds), number, (kind, typed) => {
        const result = read(kind, typed)
        if (!result.ok) return
        expect(result.value.number).toMatch(/^[A-Z0-9]{5,20}$/)
        expect(read(kind, result.value.number)).toEqual(result)
      }),
    )
  })
})
