import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { create, type Font } from 'fontkit'
import subsetFont from 'subset-font'

/** A WOFF2 file of the font Hanazono Mincho, and the characters that it holds (its unicode-range). */
type Piece = { file: string; ranges: readonly (readonly [from: number, to: number])[] }

const folder = path.join(process.cwd(), 'node_modules', 'hanamin')

let knownPieces: readonly Piece[] | null = null

/** The pieces that hold letters; private use and symbols are no part of a name. */
function pieces(): readonly Piece[] {
  knownPieces ??= readPieces(readFileSync(path.join(folder, 'HanaMin.min.css'), 'utf8'))
  return knownPieces
}

/** Reads the style sheet of the package, which says what each of its files holds. */
function readPieces(styleSheet: string): Piece[] {
  const faces = styleSheet.matchAll(/url\(([\w.-]+\.woff2)\)[^}]*?unicode-range:([^};]+)/g)
  return [...faces].flatMap(([, file = '', ranges = '']) =>
    file.includes('Private-Use') ? [] : [{ file, ranges: ranges.split(',').map(readRange) }],
  )
}

function readRange(text: string): [number, number] {
  const [from = '', to = from] = text.trim().slice(2).split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

/** Whether Hanazono Mincho draws a character: nearly every ideograph of Unicode up to Extension F. */
export function isRareCharacterDrawn(character: string): boolean {
  return pieceOf(character) !== undefined
}

/**
 * The one glyph of a rare character as a TrueType font of some 2 kB. The package's own WOFF2 files have a
 * transformed `loca` table, on which embedding into a PDF fails.
 *
 * @throws Error for a character that no piece holds
 */
export async function cutRareCharacter(character: string): Promise<Buffer> {
  const piece = pieceOf(character)
  if (!piece) throw new Error('no font draws this character')
  return subsetFont(await readFile(path.join(folder, piece.file)), character, { targetFormat: 'truetype' })
}

/** Pieces opened last, by their file: an open one takes half a megabyte, and there are some seventy. */
const openPieces = new Map<string, Font>()
const MOST_OPEN = 12

/**
 * The font in which a rare character lies, to draw its outline without cutting it out first.
 *
 * @throws Error for a character that no piece holds
 */
export async function fontOfRareCharacter(character: string): Promise<Font> {
  const piece = pieceOf(character)
  if (!piece) throw new Error('no font draws this character')
  const known = openPieces.get(piece.file)
  if (known) return known
  const font = oneFont(create(await readFile(path.join(folder, piece.file))))
  openPieces.set(piece.file, font)
  const [longestOpen] = openPieces.keys()
  if (openPieces.size > MOST_OPEN && longestOpen) openPieces.delete(longestOpen)
  return font
}

/** @throws Error for a collection, of which nobody could say which font is meant */
export function oneFont(found: ReturnType<typeof create>): Font {
  if ('fonts' in found) throw new Error('a collection of fonts where one was expected')
  return found
}

function pieceOf(character: string): Piece | undefined {
  const codePoint = character.codePointAt(0) ?? 0
  return pieces().find(({ ranges }) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to))
}

/** The family by which pages show the ideographs that a device's own fonts lack. */
const WEB_FAMILY = 'Hanazono'

/**
 * The style sheet by which a browser fetches a piece of the font when, and only when, a page has a character of
 * it: the rare ideographs of Extensions A to F.
 *
 * Addresses are relative: it is served beside the files that `rareFontFile` gives. No word too many: every page
 * waits for it.
 */
export function rareFontStyle(): string {
  const hex = (codePoint: number) => codePoint.toString(16)
  return pieces()
    .filter(({ file }) => file.includes('Extension-'))
    .map(({ file, ranges }) => {
      const range = ranges.map(([from, to]) => `U+${hex(from)}-${hex(to)}`).join(',')
      return `@font-face{font-family:${WEB_FAMILY};src:url(${file});unicode-range:${range};font-display:swap}`
    })
    .join('\n')
}

/** A piece as browsers take it, or null for a name that no piece has. */
export async function rareFontFile(file: string): Promise<Buffer | null> {
  const piece = pieces().find(known => known.file === file)
  return piece ? readFile(path.join(folder, piece.file)) : null
}
