import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endsWithItsCheckCharacter, iso7064CheckCharacter } from './iso7064'

describe('check characters agree with the standard and with python-stdnum', () => {
  test.each([
    ['A12425GABC1234002M', 'MOD 37,36'],
    ['794623', 'MOD 11,10'],
    ['00200667308', 'MOD 11,10'],
    ['07945', 'MOD 11,10'],
  ] as const)('%s by %s', (text, system) => {
    const [body, check] = [text.slice(0, -1), text.slice(-1)]
    expect(endsWithItsCheckCharacter({ text, system })).toBe(
      iso7064CheckCharacter({ text: body, system }) === check,
    )
  })

  test('A12425GABC1234002 has the check character M', () => {
    expect(iso7064CheckCharacter({ text: 'A12425GABC1234002', system: 'MOD 37,36' })).toBe('M')
  })

  test('0794 has the check character 5', () => {
    expect(iso7064CheckCharacter({ text: '0794', system: 'MOD 11,10' })).toBe('5')
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
