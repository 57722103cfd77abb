import { drawQrCode } from '@/lib/certificates'
import {
  frameLines,
  ink,
  type PaperDrawings,
  page,
  SPECIMEN_OPACITY,
  sealLines,
  specimenPlace,
} from '@/lib/certificates/paper'
import styles from './paper.module.css'
import { millimetres } from './points'

const wholePage = `0 0 ${page.width} ${page.height}`

/** The frame of fine lines, and the rosette behind the words. */
export function Frame() {
  const { background, braid, rosettes, corners, cornerRadius, straight, thin } = frameLines
  return (
    <svg viewBox={wholePage} className={styles.across} fill="none" aria-hidden="true">
      <path d={background} stroke={ink.background} strokeWidth={thin} />
      {straight.map(line => (
        <rect key={line.strokeWidth} {...line} stroke={ink.brand} />
      ))}
      <path d={braid} stroke={ink.brand} strokeWidth={thin} />
      {corners.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={cornerRadius} fill="#ffffff" />
      ))}
      <path d={rosettes} stroke={ink.brand} strokeWidth={thin} />
    </svg>
  )
}

/** The large pale word across a paper of the demo. */
export function Specimen({ glyphs }: { glyphs: PaperDrawings['specimen'] }) {
  return (
    <svg viewBox={wholePage} className={styles.across} aria-hidden="true">
      <g transform={specimenPlace} fill={ink.seal} fillOpacity={SPECIMEN_OPACITY}>
        {glyphs.map(({ key, path, transform }) => (
          <path key={key} d={path} transform={transform} />
        ))}
      </g>
    </svg>
  )
}

export function Seal({ glyphs, label }: { glyphs: PaperDrawings['seal']; label: string }) {
  const width = millimetres(42)
  return (
    <svg
      viewBox={sealLines.viewBox}
      style={{ width, height: width, flexShrink: 0 }}
      role="img"
      aria-label={label}
    >
      {sealLines.rings.map(ring => (
        <circle key={ring.r} {...ring} fill="none" stroke={ink.seal} />
      ))}
      <path d={sealLines.star} fill={ink.seal} />
      {glyphs.map(({ key, path, transform }) => (
        <path key={key} d={path} transform={transform} fill={ink.seal} />
      ))}
    </svg>
  )
}

/** The same code as on the PDF, 40 mm wide without its quiet zone. */
export function PaperQrCode({ link, label }: { link: string; label: string }) {
  const { side, modules, dark } = drawQrCode(link)
  const width = millimetres((40 * side) / modules)
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      style={{ width, height: width, flexShrink: 0, border: `0.5px solid ${ink.line}` }}
      role="img"
      aria-label={label}
    >
      <path d={`M0 0h${side}v${side}h${-side}z`} fill="#ffffff" />
      <path d={dark} fill="#000000" />
    </svg>
  )
}
