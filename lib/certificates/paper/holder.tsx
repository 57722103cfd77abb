import { View } from '@react-pdf/renderer'
import type { CertificateHolder } from '@/db/schema'
import { ink } from './measures'
import { sizeOfName } from './name-size'
import { Words } from './words'

/** A holder: the name, large, and the masked number beside it, or below a long name. */
export function Holder({ name, maskedDocumentNumber }: CertificateHolder) {
  const { fontSize, fontWeight, isShort } = sizeOfName(name)
  return (
    <View
      style={
        isShort
          ? { flexDirection: 'row', alignItems: 'center', gap: 12 }
          : { flexDirection: 'column', gap: 2 }
      }
    >
      <Words style={{ fontSize, fontWeight, ...(isShort ? { flex: 1 } : {}) }}>{name}</Words>
      <Words style={{ fontSize: 10.5, color: ink.soft }}>{maskedDocumentNumber}</Words>
    </View>
  )
}
