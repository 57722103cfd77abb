import { View } from '@react-pdf/renderer'
import type { CertificateHolder } from '@/db/schema'
import { familyFor, PAPER_FAMILY, widthInEm } from './fonts'
import { ink } from './measures'
import { Words } from './words'

const COLUMN = 320
const LARGEST = 17
const SMALLEST = 6
/** A short name leaves this much of the column to the masked number beside it. */
const BESIDE_NUMBER = 190

/** A holder: the name, large, and the masked number beside it, or below a long name. */
export function Holder({ name, maskedDocumentNumber }: CertificateHolder) {
  const width = widthInEm(name) * LARGEST
  const isShort = width <= BESIDE_NUMBER
  const words = name.split(/(?<=[ ·])/)
  const longest = Math.max(...words.map(widthInEm))
  const fontSize = Math.max(SMALLEST, Math.min(LARGEST, COLUMN / longest))
  return (
    <View
      style={
        isShort
          ? { flexDirection: 'row', alignItems: 'center', gap: 12 }
          : { flexDirection: 'column', gap: 2 }
      }
    >
      <Words style={{ fontSize, fontWeight: weightOf(name), ...(isShort ? { flex: 1 } : {}) }}>{name}</Words>
      <Words style={{ fontSize: 10.5, color: ink.soft }}>{maskedDocumentNumber}</Words>
    </View>
  )
}

/** Beside a rare character, which its font has in one light weight, the others are light as well. */
function weightOf(name: string): 400 | 500 {
  return [...name].every(character => familyFor(character) === PAPER_FAMILY) ? 500 : 400
}
