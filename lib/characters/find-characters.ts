import { done, failed, type Result } from '@/lib/platform/result'
import { foldWidth } from '@/lib/platform/typed-text'
import { ideographOf, isIdeograph } from './code-point'
import { withoutTone } from './reading'
import { type CharacterClass, charactersRead, type KnownCharacter, knownCharacters } from './table'

/** How a character is looked for: by how it reads and how many strokes it has, or as the one that it is. */
export type Sought = { reading: string | null; strokes: number | null } | { character: string }

export type SoughtFailure = 'nothing-typed' | 'not-understood' | 'no-ideograph' | 'strokes-no-number'

/** Longer than any syllable or number; what is longer is not read at all. */
const LONGEST = 20
const MOST_STROKES = 84

/**
 * Reads what was typed to find a character: a syllable with or without its tone (yan, yǎn, yan3; ü as v, u: or ü),
 * a number of Unicode (U+4DAE, 4dae, 0x4DAE), the character itself, pasted; and a number of strokes.
 */
export function readSought({
  typed,
  strokes: typedStrokes,
}: {
  typed: string
  strokes: string
}): Result<Sought, SoughtFailure> {
  const strokes = readStrokes(typedStrokes)
  if (!strokes.ok) return strokes
  if (typed.length > LONGEST) return failed('not-understood')
  const text = foldWidth(typed.normalize('NFC')).trim()
  if (text === '' && strokes.value === null) return failed('nothing-typed')
  if (text === '') return done({ reading: null, strokes: strokes.value })
  if (isIdeograph(text)) return done({ character: text })
  const hex = hexIn(text)
  if (hex !== null) {
    const character = ideographOf(hex)
    return character ? done({ character }) : failed('no-ideograph')
  }
  const reading = withoutTone(text)
  return /^[a-z]{1,6}$/.test(reading) ? done({ reading, strokes: strokes.value }) : failed('not-understood')
}

/** No syllable has four letters of those with which numbers are written, but no other. */
function hexIn(text: string): string | null {
  const marked = /^(?:u\+?|\\u|0x|&#x)\{?([0-9a-f]{2,6})[};]?$/i.exec(text)?.[1]
  return marked ?? /^[0-9a-f]{4,6}$/i.exec(text)?.[0] ?? null
}

function readStrokes(typed: string): Result<number | null, 'strokes-no-number'> {
  const text = foldWidth(typed.slice(0, LONGEST)).trim()
  if (text === '') return done(null)
  const strokes = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return strokes >= 1 && strokes <= MOST_STROKES ? done(strokes) : failed('strokes-no-number')
}

const inOrder: Record<CharacterClass, number> = { general: 0, beyond: 1, common: 2 }

/**
 * The characters that are meant, those first that keyboards lack most: level 3 of the table of general standard
 * characters, with those of names and places, then those beyond it, the common ones last; each by strokes.
 */
export function findCharacters(sought: Sought): KnownCharacter[] {
  if ('character' in sought) return [knownOrBare(sought.character)]
  const { reading, strokes } = sought
  const known = reading === null ? [...knownCharacters().values()] : charactersRead(reading)
  return known
    .filter(one => strokes === null || one.strokes === strokes)
    .sort(
      (one, other) =>
        inOrder[one.class] - inOrder[other.class] ||
        (one.strokes ?? 0) - (other.strokes ?? 0) ||
        (one.character < other.character ? -1 : 1),
    )
}

/** Whatever Unicode has may be in a name, also where the table says nothing of it. */
function knownOrBare(character: string): KnownCharacter {
  return knownCharacters().get(character) ?? { character, readings: [], strokes: null, class: 'beyond' }
}

/** The ideographs of a name beyond levels 1 and 2 of the table, each once: those that a device may lack. */
export function uncommonCharacters(name: string): string[] {
  const characters = [...new Set(name.normalize('NFC'))].filter(isIdeograph)
  return characters.filter(character => knownOrBare(character).class !== 'common')
}
