import { familyFor } from './fonts'

/**
 * The characters of a name for which no font of ours has a glyph, each once: they stop issuing, since a
 * certificate never prints a wrong or empty glyph.
 */
export function charactersThatDoNotPrint(text: string): string[] {
  return [...new Set(text.normalize('NFC'))].filter(character => familyFor(character) === null)
}
