import path from 'node:path'
import { create, type Font, openSync } from 'fontkit'
import { cutRareCharacter, fontOfRareCharacter, isRareCharacterDrawn, oneFont } from './rare-characters'

/** The family of everything on the paper but rare characters. */
export const PAPER_FAMILY = 'Noto Sans SC'

const weights = { 400: '400Regular', 500: '500Medium', 700: '700Bold' } as const
export type PaperWeight = keyof typeof weights

export type CutFont = { font: Font; bytes: Buffer; family: string }

/** Controls, private use, halves of characters: whatever a font has for them, it is not what was meant. */
const invisible = /^\p{C}$/u

const opened = new Map<PaperWeight, Font>()
/** Fonts of one rare character each, by the character; some 2 kB each, and there are not many in a city's names. */
const cut = new Map<string, Promise<CutFont>>()

/** Noto Sans SC, read from its package once a process. */
export function notoSansSc(weight: PaperWeight): Font {
  const known = opened.get(weight)
  if (known) return known
  const font = oneFont(openSync(fileOf(weight)))
  opened.set(weight, font)
  return font
}

/**
 * The family that draws a character right, or null where none does. Noto Sans SC is asked first; Hanazono
 * Mincho draws the ideographs that it lacks. There is no third font to fall back on, and so no wrong glyph.
 */
export function familyFor(character: string): string | null {
  if (invisible.test(character)) return null
  if (notoSansSc(400).hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return PAPER_FAMILY
  return isRareCharacterDrawn(character) ? rareFamily(character) : null
}

/**
 * The family that draws a character right.
 *
 * @throws Error where none does, so that nothing else is ever printed in its place
 */
export function requireFamilyFor(character: string): string {
  const family = familyFor(character)
  if (family) return family
  throw new Error(`no font draws U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
}

/** About how wide a text of the paper is set, in em. */
export function widthInEm(text: string): number {
  const font = notoSansSc(500)
  return [...text].reduce((sum, character) => {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
    return sum + (familyFor(character) === PAPER_FAMILY ? glyph.advanceWidth / font.unitsPerEm : 1)
  }, 0)
}

/** A character as an SVG path in its font's own units, y upwards. */
export type Outline = { path: string; unitsPerEm: number; advance: number }

/** The outline of a character as it is printed. */
export async function outlineOf({
  character,
  weight,
}: {
  character: string
  weight: PaperWeight
}): Promise<Outline> {
  const codePoint = character.codePointAt(0) ?? 0
  const noto = notoSansSc(weight)
  const font = noto.hasGlyphForCodePoint(codePoint) ? noto : await fontOfRareCharacter(character)
  const glyph = font.glyphForCodePoint(codePoint)
  return { path: glyph.path.toSVG(), unitsPerEm: font.unitsPerEm, advance: glyph.advanceWidth }
}

/** Hanazono Mincho for one character, for words set in a serif; null where it does not draw it. */
export async function mincho(character: string): Promise<Font | null> {
  return isRareCharacterDrawn(character) ? (await rareFont(character)).font : null
}

/** The font of one rare character, cut at its first use. */
export function rareFont(character: string): Promise<CutFont> {
  const known = cut.get(character)
  if (known) return known
  const font = cutFont(character)
  cut.set(character, font)
  font.catch(() => cut.delete(character))
  return font
}

async function cutFont(character: string): Promise<CutFont> {
  const bytes = await cutRareCharacter(character)
  const font = oneFont(create(bytes))
  if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) throw new Error('the glyph was not cut')
  return { font, bytes, family: rareFamily(character) }
}

function rareFamily(character: string): string {
  return `Hanazono ${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
}

/** Where a weight of Noto Sans SC lies in its package. */
export function fileOf(weight: PaperWeight): string {
  const name = weights[weight]
  const folder = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'noto-sans-sc', name)
  return path.join(folder, `NotoSansSC_${name}.ttf`)
}
