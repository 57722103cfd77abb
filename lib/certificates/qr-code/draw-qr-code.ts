import { create } from 'qrcode'

/** Modules of white around the code, without which readers do not find it (ISO/IEC 18004 §9.1). */
const QUIET_ZONE = 4
/** Rows reach a hair into the next one, so that no viewer draws light lines between them. */
const ROW_HEIGHT = 1.02

/** A QR code as a drawing: modules of the code, side of the whole with its quiet zone, the dark as an SVG path. */
export type DrawnQrCode = { modules: number; side: number; dark: string }

/** The dark of a QR code as bars, each a row of neighbouring modules, in the units of `side`. */
export type QrCodeBars = Omit<DrawnQrCode, 'dark'> & { height: number; bars: Bar[] }
type Bar = { x: number; y: number; length: number }

/** A link as a QR code for pages. */
export function drawQrCode(link: string): DrawnQrCode {
  const { modules, side, height, bars } = barsOfQrCode(link)
  const dark = bars.map(({ x, y, length }) => `M${x} ${y}h${length}v${height}h${-length}z`).join('')
  return { modules, side, dark }
}

/** A link as a QR code, the same on paper and on pages. */
export function barsOfQrCode(link: string): QrCodeBars {
  const isInCapitals = link === link.toUpperCase()
  // Said rather than found out: looking for the shortest mixture of modes takes longer than drawing.
  const segments = isInCapitals ? [{ data: link, mode: 'alphanumeric' as const }] : link
  const { modules } = create(segments, { errorCorrectionLevel: correctionLevelOf(link) })
  const places = Array.from({ length: modules.size }, (_, place) => place)
  const bars = places.flatMap(row =>
    darkRuns(places.map(column => modules.get(row, column) === 1)).map(({ from, length }) => ({
      x: from + QUIET_ZONE,
      y: row + QUIET_ZONE,
      length,
    })),
  )
  return { modules: modules.size, side: modules.size + 2 * QUIET_ZONE, height: ROW_HEIGHT, bars }
}

/**
 * A quarter of the code may be lost where the link is in capitals. The links of the first certificates need more
 * modules for the same, which a bad printer would merge, so that theirs may lose 15 per cent (ADR 0013).
 */
function correctionLevelOf(link: string): 'M' | 'Q' {
  return link === link.toUpperCase() ? 'Q' : 'M'
}

/** Neighbouring dark modules of a row as one bar. */
function darkRuns(row: readonly boolean[]): { from: number; length: number }[] {
  return row.flatMap((isDark, column) => {
    if (!isDark || row[column - 1]) return []
    const end = row.indexOf(false, column)
    return [{ from: column, length: (end === -1 ? row.length : end) - column }]
  })
}
