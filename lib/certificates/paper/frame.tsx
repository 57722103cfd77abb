import { Circle, Path, Rect, Svg } from '@react-pdf/renderer'
import { frameLines } from './frame-lines'
import { ink, page } from './measures'

/** The frame of fine lines around the paper, and the rosette behind its words. */
export function Frame() {
  const { background, braid, rosettes, corners, cornerRadius, straight, thin } = frameLines
  return (
    <Svg
      style={{ position: 'absolute', top: 0, left: 0 }}
      width={page.width}
      height={page.height}
      viewBox={`0 0 ${page.width} ${page.height}`}
    >
      <Path d={background} stroke={ink.background} strokeWidth={thin} fill="none" />
      {straight.map(line => (
        <Rect key={line.strokeWidth} {...line} stroke={ink.brand} fill="none" />
      ))}
      <Path d={braid} stroke={ink.brand} strokeWidth={thin} fill="none" />
      {corners.map(({ x, y }) => (
        <Circle key={`${x} ${y}`} cx={x} cy={y} r={cornerRadius} fill="#ffffff" />
      ))}
      <Path d={rosettes} stroke={ink.brand} strokeWidth={thin} fill="none" />
    </Svg>
  )
}
