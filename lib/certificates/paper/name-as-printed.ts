import { ideographOf } from '@/lib/characters'
import { familyFor, type Outline, outlineOf } from './fonts'
import { sizeOfName } from './name-size'

/**
 * How a name prints, character by character: the very outlines of the certificate, in its weight; null for one
 * that no font of ours draws yet.
 */
export function nameAsPrinted(name: string): Promise<{ character: string; outline: Outline | null }[]> {
  const weight = sizeOfName(name).fontWeight
  return Promise.all(
    [...name.normalize('NFC')].map(async character => ({
      character,
      outline: familyFor(character) === null ? null : await outlineOf({ character, weight }),
    })),
  )
}

/** Pictures drawn last: lists of characters are looked through by many people in the same few syllables. */
const drawn = new Map<string, string>()
const MOST_KEPT = 2_000

/**
 * A character as it prints, as a picture of some 1 kB, where its font would be a hundred times that.
 *
 * @param hex its number, as 20BB7
 * @returns null for what is no ideograph, and for one that no font of ours draws yet
 */
export async function pictureOfCharacter(hex: string): Promise<string | null> {
  const character = ideographOf(hex)
  if (!character || familyFor(character) === null) return null
  const known = drawn.get(character)
  if (known) return known
  const picture = drawPicture(await outlineOf({ character, weight: 400 }))
  drawn.set(character, picture)
  const [oldest] = drawn.keys()
  if (drawn.size > MOST_KEPT && oldest) drawn.delete(oldest)
  return picture
}

/** A square of one em; in both fonts an ideograph reaches from 0.12 em below the line to 0.88 em above it. */
function drawPicture({ path, unitsPerEm }: Outline): string {
  const [top, size] = [Math.round(unitsPerEm * 0.88), unitsPerEm]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path transform="matrix(1 0 0 -1 0 ${top})" d="${path}"/></svg>`
}
