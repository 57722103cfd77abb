import { randomInt } from 'node:crypto'
import { allOf, demand, done, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'

/** Eight digits to type, and a word of three letters that stands beside them: neither opens anything alone. */
export type PrintCode = { digits: string; word: string }

/** Without letters that people mistake for one another or for digits, and without vowels, so that no word is rude. */
const LETTERS = 'BCDFGHJKMNPQRSTVWXYZ'

/** A new code from the cryptographic source: one of 800 thousand million. */
export function newPrintCode(): PrintCode {
  const digits = String(randomInt(100_000_000)).padStart(8, '0')
  const word = Array.from({ length: 3 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  return { digits, word }
}

/** Reads a code as typed: spaces, hyphens, full-width forms and small letters are folded. */
export function readPrintCode({
  digits,
  word,
}: {
  digits: string
  word: string
}): Result<PrintCode, 'digits-missing' | 'word-missing'> {
  const fold = (text: string) => foldWidth(text.slice(0, 50)).replace(/[\s-]/g, '').toUpperCase()
  const typed = allOf([
    demand(/^\d{8}$/.test(fold(digits)), 'digits-missing' as const),
    demand(/^[A-Z]{3}$/.test(fold(word)), 'word-missing' as const),
  ])
  if (!typed.ok) return typed
  return done({ digits: fold(digits), word: fold(word) })
}

/** A code as people read it: 1234 5678. */
export function sayDigits({ digits }: PrintCode): string {
  return `${digits.slice(0, 4)} ${digits.slice(4)}`
}
