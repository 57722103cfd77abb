import { done, failed, type Result } from './result'

export type TypedTextFailure = 'not-text' | 'forbidden-character' | 'too-long'

/** Invisible characters that pasting brings along and nobody means: soft hyphen, zero-width space and joiners, BOM. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
/** Controls, direction overrides, noncharacters and the sign for what could not be read: nothing that a person types. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF]|[\uFFFD-\uFFFF]/u

/**
 * Reads the text of a form field: a string of whole characters, trimmed, without what cannot be seen.
 *
 * @param maximumLength in characters (code points), counted after trimming
 * @param lines whether line breaks and tabs may stay; otherwise they become spaces
 */
export function readTypedText({
  raw,
  maximumLength,
  lines = false,
}: {
  raw: unknown
  maximumLength: number
  lines?: boolean
}): Result<string, TypedTextFailure> {
  if (typeof raw !== 'string') return failed('not-text')
  if (raw.length > maximumLength * 4 + 1_000) return failed('too-long', { maximumLength })
  if (!raw.isWellFormed() || forbidden.test(raw) || hasNoncharacter(raw)) return failed('forbidden-character')
  const visible = raw.replace(invisible, '').replace(/\r\n?/g, '\n')
  const text = (lines ? visible : visible.replace(/[\t\n]+/g, ' ')).trim()
  if ([...text].length > maximumLength) return failed('too-long', { maximumLength })
  return done(text)
}

function hasNoncharacter(text: string): boolean {
  return [...text].some(character => ((character.codePointAt(0) ?? 0) & 0xfffe) === 0xfffe)
}

/** Full-width digits and letters as ordinary ones: ４２０２ → 4202, Ｘ → X, and the full-width space. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}
