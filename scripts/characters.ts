// `npm run data:characters -- <folder>`: writes lib/characters/table.txt anew from the Unihan database, whose files
// (Unihan_Readings.txt, Unihan_IRGSources.txt, Unihan_OtherMappings.txt) lie unpacked in the folder.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { COMMON, GENERAL } from '@/lib/characters'

type Entry = { character: string; readings: string[]; strokes: number; rank: number | null }

/** Ranks of the table of general standard characters (通用规范汉字表, 2013): levels 1 and 2 end here. */
const LAST_OF_LEVEL_TWO = 6500
/** Where Unihan gives no reading: characters that names are known to have, and whence the reading is. */
const added: Record<string, string> = {
  // A way of writing 吉 (Unihan_Variants gives the pair as kSpoofingVariant), read as 吉 is.
  𠮷: 'jí',
}
/** A source of ideographs: the ID cards of China (UAX #38, kIRG_GSource). They are in names, reading or not. */
const OF_ID_CARDS = 'GIDC-'
/** Under which characters without a known reading stand. */
const NO_READING = '-'

function main(folder: string): void {
  const entries = readEntries(folder)
  const version = /Unicode version: ([\d.]+)/.exec(textOf(folder, 'Readings'))?.[1] ?? ''
  const text = [...headOf({ version, count: entries.length }), ...linesOf(entries), ''].join('\n')
  writeFileSync(path.join('lib', 'characters', 'table.txt'), text)
  console.log(`${entries.length} characters, ${Buffer.byteLength(text)} bytes`)
}

function headOf({ version, count }: { version: string; count: number }): string[] {
  return [
    `# Characters by reading and strokes: ${count} ideographs. Written by \`npm run data:characters\`; not edited by hand.`,
    `# Source: Unihan database of Unicode ${version} (kMandarin, kTGHZ2013, kXHC1983, kHanyuPinlu, kTotalStrokes,`,
    '# kTGH, kIRG_GSource), https://www.unicode.org/reports/tr38/; additions: scripts/characters.ts.',
    '# © 1991-2022 Unicode, Inc. Licence: Unicode License Agreement - Data Files and Software,',
    '# https://www.unicode.org/license.txt (this copyright and permission notice goes with all copies).',
    `# A line: a reading (${NO_READING}: none known), then for each number of strokes the characters: those beyond the`,
    `# table of general standard characters (2013), after ${GENERAL} those of its level 3, after ${COMMON} those of its levels 1`,
    '# and 2.',
  ]
}

function textOf(folder: string, part: string): string {
  return readFileSync(path.join(folder, `Unihan_${part}.txt`), 'utf8')
}

/** What Unihan says of each ideograph, by property. */
function readProperties(folder: string): Map<string, Map<string, string>> {
  const known = new Map<string, Map<string, string>>()
  for (const part of ['Readings', 'IRGSources', 'OtherMappings']) {
    for (const line of textOf(folder, part).split('\n')) {
      const [codePoint, property, value] = line.split('\t')
      if (!codePoint?.startsWith('U+') || !property || !value) continue
      const character = String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16))
      const properties = known.get(character) ?? new Map<string, string>()
      known.set(character, properties.set(property, value))
    }
  }
  return known
}

function readEntries(folder: string): Entry[] {
  return [...readProperties(folder)].flatMap(([character, properties]) => {
    // Compatibility ideographs are folded when a name is read.
    if (!/\p{Unified_Ideograph}/u.test(character)) return []
    const strokes = Number(properties.get('kTotalStrokes')?.split(' ')[0])
    const source = properties.get('kIRG_GSource') ?? ''
    const readings = readingsOf({ character, properties })
    if (readings.length === 0 && source.startsWith(OF_ID_CARDS)) readings.push(NO_READING)
    if (readings.length === 0 || !(strokes > 0)) return []
    const rank = /^2013:(\d+)/.exec(properties.get('kTGH') ?? '')?.[1]
    return [{ character, readings, strokes, rank: rank ? Number(rank) : null }]
  })
}

/** Every reading in use, with its tone. */
function readingsOf({
  character,
  properties,
}: {
  character: string
  properties: Map<string, string>
}): string[] {
  const words = (property: string) => (properties.get(property) ?? '').split(' ').filter(Boolean)
  const afterPlace = (word: string) => word.replace(/^[^:]*:/, '').split(',')
  const readings = [
    ...words('kMandarin'),
    ...words('kTGHZ2013').flatMap(afterPlace),
    ...words('kXHC1983').flatMap(afterPlace),
    ...words('kHanyuPinlu').map(word => word.replace(/\(.*/, '')),
    ...(added[character] ? [added[character]] : []),
  ]
  return [...new Set(readings.map(reading => reading.normalize('NFC')))]
}

function linesOf(entries: Entry[]): string[] {
  const byReading = new Map<string, Map<number, Entry[]>>()
  for (const entry of entries) {
    for (const reading of entry.readings) {
      const byStrokes = byReading.get(reading) ?? new Map<number, Entry[]>()
      byReading.set(reading, byStrokes)
      byStrokes.set(entry.strokes, [...(byStrokes.get(entry.strokes) ?? []), entry])
    }
  }
  return [...byReading]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([reading, byStrokes]) => {
      const rows = [...byStrokes].sort(([one], [other]) => one - other)
      return `${reading} ${rows.map(([strokes, some]) => `${strokes}${inClasses(some)}`).join('')}`
    })
}

function inClasses(entries: Entry[]): string {
  const inOrder = [...entries].sort(
    (one, other) => (one.character.codePointAt(0) ?? 0) - (other.character.codePointAt(0) ?? 0),
  )
  const some = (isOne: (rank: number | null) => boolean) =>
    inOrder
      .filter(({ rank }) => isOne(rank))
      .map(({ character }) => character)
      .join('')
  const general = some(rank => rank !== null && rank > LAST_OF_LEVEL_TWO)
  const common = some(rank => rank !== null && rank <= LAST_OF_LEVEL_TWO)
  return `${some(rank => rank === null)}${general && GENERAL + general}${common && COMMON + common}`
}

main(process.argv[2] ?? '.')
