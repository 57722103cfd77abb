import { randomInt } from 'node:crypto'
import { done, failed, type Result } from '@/lib/platform/result'

/** Without 0 and O, 1, I and L, which people mistake for one another. */
const CHECK_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CHECK_CODE_LENGTH = 4
const NUMBER_LENGTH = 20
/** Longer than any number with all its spaces; what is longer was not typed from a paper. */
const LONGEST_TYPED = 100

/**
 * The number that people read and type: the office's code (9 digits), the day of issue (yymmdd) and the
 * office's running number of that day (5 digits, from 1).
 *
 * @throws RangeError where a part does not fit
 */
export function certificateNumber({
  officeCode,
  issuedOn,
  sequence,
}: {
  officeCode: string
  issuedOn: string
  sequence: number
}): string {
  if (!/^\d{9}$/.test(officeCode)) throw new RangeError('an office code has nine digits')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(issuedOn)) throw new RangeError('a day of issue is a civil date')
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 99_999)
    throw new RangeError('an office numbers its certificates of a day from 1 to 99999')
  return officeCode + issuedOn.slice(2).replaceAll('-', '') + String(sequence).padStart(5, '0')
}

/** A number as people read it: groups of four. */
export function inGroupsOfFour(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ')
}

/**
 * Four random characters that stand beside the number on the paper. Nothing derives them from the number, so
 * whoever counts numbers up cannot ask after other people's certificates, and a mistyped number matches nothing.
 */
export function newCheckCode(): string {
  const draw = () => CHECK_CODE_ALPHABET.charAt(randomInt(CHECK_CODE_ALPHABET.length))
  return Array.from({ length: CHECK_CODE_LENGTH }, draw).join('')
}

/** Reads a number as typed: full-width digits, spaces and hyphens are folded. */
export function readCertificateNumber(raw: string): Result<string, 'unreadable'> {
  const number = fold(raw)
  return /^\d+$/.test(number) && number.length === NUMBER_LENGTH ? done(number) : failed('unreadable')
}

/** Reads a check code as typed: full-width forms, small letters, spaces and hyphens are folded. */
export function readCheckCode(raw: string): Result<string, 'unreadable'> {
  const code = fold(raw)
  const known = [...code].every(character => CHECK_CODE_ALPHABET.includes(character))
  return known && code.length === CHECK_CODE_LENGTH ? done(code) : failed('unreadable')
}

function fold(raw: string): string {
  if (raw.length > LONGEST_TYPED) return ''
  return raw
    .replace(/[\uFF01-\uFF5E]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B\p{Pd}\u2212\u30FC]/gu, '')
    .replace(/[a-z]/g, letter => letter.toUpperCase())
}
