import { Path, Svg } from '@react-pdf/renderer'
import { create } from 'qrcode'

/** Modules of white around the code, without which readers do not find it (ISO/IEC 18004 §9.1). */
const QUIET_ZONE = 4
/** Rows reach a hair into the next one, so that no viewer draws light lines between them. */
const ROW_HEIGHT = 1.02

/** The link as a QR code of level M, drawn with its quiet zone inside the given width. */
export function QrCode({ link, width }: { link: string; width: number }) {
  const { modules } = create(link, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET_ZONE
  const rows = Array.from({ length: modules.size }, (_, row) =>
    darkRuns(Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1)).map(
      ({ from, length }) => `M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v${ROW_HEIGHT}h${-length}z`,
    ),
  )
  return (
    <Svg width={width} height={width} viewBox={`0 0 ${side} ${side}`}>
      <Path d={`M0 0h${side}v${side}h${-side}z`} fill="#ffffff" />
      <Path d={rows.flat().join('')} fill="#000000" />
    </Svg>
  )
}

/** Neighbouring dark modules of a row as one bar. */
function darkRuns(row: readonly boolean[]): { from: number; length: number }[] {
  return row.flatMap((isDark, column) => {
    if (!isDark || row[column - 1]) return []
    const end = row.indexOf(false, column)
    return [{ from: column, length: (end === -1 ? row.length : end) - column }]
  })
}
