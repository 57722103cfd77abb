import { readFileSync } from 'node:fs'
import path from 'node:path'
import { withoutTone } from './reading'

/** Where a character stands in the table of general standard characters (通用规范汉字表, 2013). */
export type CharacterClass = 'common' | 'general' | 'beyond'

export type KnownCharacter = {
  character: string
  /** With their tones; none is known for a few that ID cards have. */
  readings: string[]
  /** Null where the table says nothing of the character. */
  strokes: number | null
  /** Of its levels 1 and 2, of its level 3, or of none. */
  class: CharacterClass
}

/** The marks by which table.txt tells the classes apart; what stands before them is beyond the standard. */
export const GENERAL = '*'
export const COMMON = '+'

const NO_READING = '-'
const classOf: Record<string, CharacterClass> = { [GENERAL]: 'general', [COMMON]: 'common' }

let table: ReadonlyMap<string, KnownCharacter> | null = null

/** Every ideograph that the table knows by its reading or its strokes, read once a process. */
export function knownCharacters(): ReadonlyMap<string, KnownCharacter> {
  table ??= readTable(readFileSync(path.join(process.cwd(), 'lib', 'characters', 'table.txt'), 'utf8'))
  return table
}

let byReading: ReadonlyMap<string, readonly KnownCharacter[]> | null = null

/** Those that are read so, in whatever tone. */
export function charactersRead(reading: string): readonly KnownCharacter[] {
  byReading ??= groupedByReading([...knownCharacters().values()])
  return byReading.get(reading) ?? []
}

function groupedByReading(characters: readonly KnownCharacter[]): Map<string, KnownCharacter[]> {
  const grouped = new Map<string, KnownCharacter[]>()
  for (const one of characters) {
    for (const reading of new Set(one.readings.map(withoutTone))) {
      const some = grouped.get(reading)
      if (some) some.push(one)
      else grouped.set(reading, [one])
    }
  }
  return grouped
}

/** Reads the file that scripts/characters.ts writes, which says in its head how. */
function readTable(text: string): Map<string, KnownCharacter> {
  const known = new Map<string, KnownCharacter>()
  for (const line of text.split('\n')) {
    const [reading = '', row = ''] = line.split(' ')
    if (line.startsWith('#') || row === '') continue
    for (const [, strokes = '', characters = ''] of row.matchAll(/(\d+)(\D+)/g)) {
      addRow({ known, reading, strokes: Number(strokes), characters })
    }
  }
  return known
}

type Row = { known: Map<string, KnownCharacter>; reading: string; strokes: number; characters: string }

function addRow({ known, reading, strokes, characters }: Row): void {
  let current: CharacterClass = 'beyond'
  for (const character of characters) {
    const mark = classOf[character]
    if (mark) {
      current = mark
      continue
    }
    const one = known.get(character) ?? { character, readings: [], strokes, class: current }
    if (reading !== NO_READING) one.readings.push(reading)
    known.set(character, one)
  }
}
