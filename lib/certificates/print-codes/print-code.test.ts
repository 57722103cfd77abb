import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyFailure } from '@/lib/platform/result'
import { newPrintCode, readPrintCode, sayDigits } from './print-code'

test('a code is eight digits and a word of three letters, and random', () => {
  const codes = Array.from({ length: 300 }, newPrintCode)
  for (const { digits, word } of codes) expect(`${digits} ${word}`).toMatch(/^\d{8} [B-DF-HJKMNP-TV-Z]{3}$/)
  expect(new Set(codes.map(({ digits }) => digits)).size).toBeGreaterThan(295)
})

test.each([
  ['1234 5678', 'bcd'],
  ['１２３４－５６７８', 'ＢＣＤ'],
  [' 12345678 ', 'B C D'],
])('is read as typed: %s %s', (digits, word) => {
  expect(readPrintCode({ digits, word })).toEqual({ ok: true, value: { digits: '12345678', word: 'BCD' } })
})

test('says at once which of the two cannot be read', () => {
  const blank = readPrintCode({ digits: '', word: '' })
  expect(blank.ok ? [] : everyFailure(blank).map(({ failure }) => failure)).toEqual([
    'digits-missing',
    'word-missing',
  ])
})

test('never throws, whatever is typed', () => {
  const typed = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(typed, typed, (digits, word) => {
      expect(typeof readPrintCode({ digits, word }).ok).toBe('boolean')
    }),
  )
})

test('is said in two groups', () => {
  expect(sayDigits({ digits: '12345678', word: 'BCD' })).toBe('1234 5678')
})
