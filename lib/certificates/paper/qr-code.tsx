import { View } from '@react-pdf/renderer'
import { barsOfQrCode } from '../qr-code/draw-qr-code'
import { wording } from './wording'

/**
 * The link as a QR code, drawn with its quiet zone; the code itself, without that zone, has the given width. Its
 * thousand bars are given to the printer as they are: read as a path first, they would take a tenth of a paper's time.
 */
export function QrCode({ link, width }: { link: string; width: number }) {
  const { side, modules, height, bars } = barsOfQrCode(link)
  const withQuietZone = (width * side) / modules
  const operators = [
    `1 1 1 rg 0 0 ${side} ${side} re f 0 0 0 rg`,
    ...bars.map(({ x, y, length }) => `${x} ${y} ${length} ${height} re`),
    'f',
  ].join('\n')
  return (
    <View
      tag={{ as: 'Figure', alt: wording.qrCode }}
      drawing={{ operators, scale: withQuietZone / side }}
      style={{ width: withQuietZone, height: withQuietZone }}
    />
  )
}
