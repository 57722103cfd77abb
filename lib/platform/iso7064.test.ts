import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endsWithItsCheckCharacter, iso7064CheckCharacter } from './iso7064'

describe('check characters agree with the standard and with python-stdnum', () => {
  test.each([
    ['A12425GABC1234002', 'MOD 37,36', 'M'],
    ['79462', 'MOD 11,10', '3'],
    ['00200667308', 'MOD 11,10', '5'],
    ['0794', 'MOD 11,10', '5'],
    ['1232', 'MOD 11,10', '3'],
    ['54679', 'MOD 11,10', '4'],
    ['00200667309', 'MOD 11,10', '3'],
    ['00200667310', 'MOD 11,10', '8'],
    ['00200667311', 'MOD 11,10', '6'],
    ['00200667312', 'MOD 11,10', '4'],
  ] as const)('%s by %s: %s', (body, system, check) => {
    expect(iso7064CheckCharacter({ text: body, system })).toBe(check)
    expect(endsWithItsCheckCharacter({ text: body + check, system })).toBe(true)
  })

  test('a number that python-stdnum refuses is refused', () => {
    expect(endsWithItsCheckCharacter({ text: '002006673084', system: 'MOD 11,10' })).toBe(false)
  })
})

test('one changed digit is always noticed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{5,20}$/), fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const text = body + iso7064CheckCharacter({ text: body, system: 'MOD 11,10' })
      const place = at % body.length
      const other = String((Number(text[place]) + by) % 10)
      const changed = text.slice(0, place) + other + text.slice(place + 1)
      expect(endsWithItsCheckCharacter({ text: changed, system: 'MOD 11,10' })).toBe(false)
    }),
  )
})

test('characters outside the alphabet are no check characters', () => {
  expect(endsWithItsCheckCharacter({ text: '12a45', system: 'MOD 11,10' })).toBe(false)
  expect(endsWithItsCheckCharacter({ text: '', system: 'MOD 37,36' })).toBe(false)
})
