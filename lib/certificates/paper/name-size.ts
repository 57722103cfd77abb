import { familyFor, PAPER_FAMILY, widthInEm } from './fonts'

const COLUMN = 320
const LARGEST = 17
const SMALLEST = 6
/** A short name leaves this much of the column to the masked number beside it. */
const BESIDE_NUMBER = 190

/** How a holder's name is set: as large as its longest word allows, the masked number beside a short name. */
export function sizeOfName(name: string): { fontSize: number; fontWeight: 400 | 500; isShort: boolean } {
  const words = name.split(/(?<=[ ·])/)
  const longest = Math.max(...words.map(widthInEm))
  return {
    fontSize: Math.max(SMALLEST, Math.min(LARGEST, COLUMN / longest)),
    fontWeight: weightOf(name),
    isShort: widthInEm(name) * LARGEST <= BESIDE_NUMBER,
  }
}

/** Beside a rare character, which its font has in one light weight, the others are light as well. */
function weightOf(name: string): 400 | 500 {
  return [...name].every(character => familyFor(character) === PAPER_FAMILY) ? 500 : 400
}
