import { pinyin } from 'pinyin-pro'

/** Where a character reads in several ways, so many spellings of one name are enough. */
const MOST_SPELLINGS = 16

export type Sounds = {
  /** The whole in letters, as 还地桥 is haidiqiao and huandiqiao. */
  spellings: string[]
  /** The first letter of each syllable: hdq. */
  initials: string[]
}

/** How a text sounds in Mandarin, in every reading of its characters; letters and figures stay as they are. */
export function soundsOf(text: string): Sounds {
  const readings = [...text].map(readingsOf)
  return {
    spellings: combined(readings),
    initials: combined(readings.map(ways => [...new Set(ways.map(way => way.slice(0, 1)))])),
  }
}

const known = new Map<string, string[]>()

/** The readings of a character, looked up once: the names of all offices are compared with each text. */
function readingsOf(character: string): string[] {
  if (!/\p{Script=Han}/u.test(character)) return [character]
  const kept = known.get(character)
  if (kept) return kept
  const read = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
  const readings = [...new Set(read)]
  known.set(character, readings)
  return readings
}

function combined(parts: string[][]): string[] {
  return parts.reduce(
    (wholes, ways) => wholes.flatMap(whole => ways.map(way => whole + way)).slice(0, MOST_SPELLINGS),
    [''],
  )
}

/**
 * One spelling for sounds that people here do not tell apart when they speak or type: flat and curled tongue
 * (zh, z), front and back nose (n, ng), l and n, ü and u.
 */
export function asSpokenHere(spelling: string): string {
  return spelling
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/l/g, 'n')
    .replace(/[vü]/g, 'u')
}

/** Whether one letter more, less, other or exchanged with its neighbour makes the one text of the other. */
export function differsByOne({ one, other }: { one: string; other: string }): boolean {
  const [shorter = [], longer = []] = [[...one], [...other]].sort((a, b) => a.length - b.length)
  if (longer.length - shorter.length > 1) return false
  const from = longer.findIndex((letter, index) => letter !== shorter[index])
  if (from < 0) return true
  const rest = (letters: string[], start: number) => letters.slice(start).join('')
  if (longer.length > shorter.length) return rest(longer, from + 1) === rest(shorter, from)
  const exchanged = longer[from] === shorter[from + 1] && longer[from + 1] === shorter[from]
  return (
    rest(longer, from + 1) === rest(shorter, from + 1) ||
    (exchanged && rest(longer, from + 2) === rest(shorter, from + 2))
  )
}
