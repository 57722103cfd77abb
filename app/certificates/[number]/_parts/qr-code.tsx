import { drawQrCode } from '@/lib/certificates'

/** A link as a QR code, the same as on the paper, sharp at any size. */
export function QrCode({ link, label }: { link: string; label: string }) {
  const { side, dark } = drawQrCode(link)
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="w-full max-w-[16rem] border border-line"
    >
      <path d={`M0 0h${side}v${side}h${-side}z`} className="fill-white" />
      <path d={dark} className="fill-ink" />
    </svg>
  )
}
