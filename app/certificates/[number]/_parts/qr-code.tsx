import { create } from 'qrcode'

/** Modules of white around the code, without which readers do not find it (ISO/IEC 18004 §9.1). */
const quietZone = 4

/** A link as a QR code of level M, the same as on the paper, sharp at any size. */
export function QrCode({ link, label }: { link: string; label: string }) {
  const { modules } = create(link, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const side = size + 2 * quietZone
  const dark = Array.from({ length: size * size }, (_, index) => index).filter(index =>
    modules.get(Math.floor(index / size), index % size),
  )
  const path = dark.map(index => {
    const [row, column] = [Math.floor(index / size), index % size]
    return `M${column + quietZone} ${row + quietZone}h1v1h-1z`
  })
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="w-full max-w-[16rem] border border-line"
    >
      <path d={`M0 0h${side}v${side}h${-side}z`} className="fill-white" />
      <path d={path.join('')} className="fill-ink" />
    </svg>
  )
}
