/** A character by its number in Unicode, since nobody who lacks a font for it could read it otherwise: U+4DAE. */
export function codePointOf(character: string): string {
  return `U+${hexOf(character)}`
}

/** The number alone, as addresses and forms carry it: 4DAE. */
export function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

/** The ideograph of a number, or null where it is none: controls, private use, emoji, letters. */
export function ideographOf(hex: string): string | null {
  const codePoint = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN
  if (!(codePoint <= 0x10ffff)) return null
  // Compatibility ideographs are other numbers for unified ones, as they are folded in every name.
  const character = String.fromCodePoint(codePoint).normalize('NFC')
  return isIdeograph(character) ? character : null
}

/** Whether a text is one character with which a Chinese name can be written; 〇 is one, though not unified. */
export function isIdeograph(text: string): boolean {
  return /^[\p{Unified_Ideograph}〇]$/u.test(text)
}
