import { Path, Svg } from '@react-pdf/renderer'
import { drawQrCode } from '../qr-code/draw-qr-code'
import { wording } from './wording'

/** The link as a QR code, drawn with its quiet zone; the code itself, without that zone, has the given width. */
export function QrCode({ link, width }: { link: string; width: number }) {
  const { side, modules, dark } = drawQrCode(link)
  const withQuietZone = (width * side) / modules
  return (
    <Svg
      tag={{ as: 'Figure', alt: wording.qrCode }}
      width={withQuietZone}
      height={withQuietZone}
      viewBox={`0 0 ${side} ${side}`}
    >
      <Path d={`M0 0h${side}v${side}h${-side}z`} fill="#ffffff" />
      <Path d={dark} fill="#000000" />
    </Svg>
  )
}
