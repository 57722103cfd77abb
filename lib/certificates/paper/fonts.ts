import path from 'node:path'
import { Font as PaperFonts } from '@react-pdf/renderer'
import { create, type Font, openSync } from 'fontkit'
import { cutRareCharacter, isRareCharacterDrawn } from './rare-characters'

/** The family of everything on the paper but rare characters. */
export const PAPER_FAMILY = 'Noto Sans SC'

const weights = { 400: '400Regular', 500: '500Medium', 700: '700Bold' } as const
export type PaperWeight = keyof typeof weights

/** Controls, private use, halves of characters: whatever a font has for them, it is not what was meant. */
const invisible = /^\p{C}$/u

const opened = new Map<PaperWeight, Font>()
/** Fonts of one rare character each, by the character; some 2 kB each, and there are not many in a city's names. */
const cut = new Map<string, Promise<Font>>()
let isRegistered = false

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

/** Makes the fonts known to the printer of the paper: those of all texts, and each rare character of this one. */
export async function registerFontsFor(text: string): Promise<void> {
  if (!isRegistered) registerNotoSansSc()
  isRegistered = true
  const families = [...new Set(text)].map(character => ({ character, family: familyFor(character) }))
  const rare = families.filter(({ family }) => family !== null && family !== PAPER_FAMILY)
  await Promise.all(rare.map(({ character }) => rareFont(character)))
}

/** The outline of a character as an SVG path in its font's own units, y upwards. */
export async function outlineOf({ character, weight }: { character: string; weight: PaperWeight }): Promise<{
  path: string
  unitsPerEm: number
  advance: number
}> {
  const codePoint = character.codePointAt(0) ?? 0
  const noto = notoSansSc(weight)
  const font = noto.hasGlyphForCodePoint(codePoint) ? noto : await rareFont(character)
  const glyph = font.glyphForCodePoint(codePoint)
  return { path: glyph.path.toSVG(), unitsPerEm: font.unitsPerEm, advance: glyph.advanceWidth }
}

function registerNotoSansSc(): void {
  const fonts = ([400, 500, 700] as const).map(fontWeight => ({ src: fileOf(fontWeight), fontWeight }))
  PaperFonts.register({ family: PAPER_FAMILY, fonts })
}

function rareFont(character: string): Promise<Font> {
  const known = cut.get(character)
  if (known) return known
  const font = cutAndRegister(character)
  cut.set(character, font)
  font.catch(() => cut.delete(character))
  return font
}

async function cutAndRegister(character: string): Promise<Font> {
  const bytes = await cutRareCharacter(character)
  const font = oneFont(create(bytes))
  if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) throw new Error('the glyph was not cut')
  PaperFonts.register({
    family: rareFamily(character),
    src: `data:font/ttf;base64,${bytes.toString('base64')}`,
  })
  return font
}

function rareFamily(character: string): string {
  return `Hanazono ${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
}

function fileOf(weight: PaperWeight): string {
  const name = weights[weight]
  const folder = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'noto-sans-sc', name)
  return path.join(folder, `NotoSansSC_${name}.ttf`)
}

function oneFont(found: ReturnType<typeof create>): Font {
  if ('fonts' in found) throw new Error('a collection of fonts where one was expected')
  return found
}
