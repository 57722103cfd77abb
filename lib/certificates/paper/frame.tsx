import { Circle, Path, Rect, Svg } from '@react-pdf/renderer'
import { braidStrand, type Point, rosetteLine } from './guilloche'
import { ink, millimetres, page } from './measures'

const inset = millimetres(13)
const swing = millimetres(1.9)
const corner = millimetres(6)
const strandTurns = [0, Math.PI / 2, Math.PI, (3 * Math.PI) / 2]
const corners: readonly Point[] = [
  { x: inset, y: inset },
  { x: page.width - inset, y: inset },
  { x: page.width - inset, y: page.height - inset },
  { x: inset, y: page.height - inset },
]

/** The frame of fine lines around the paper; it never depends on what the paper says, so it is drawn once. */
const braid = corners.flatMap((from, index) => {
  const to = corners[(index + 1) % corners.length] ?? from
  const waves = Math.round(Math.hypot(to.x - from.x, to.y - from.y) / millimetres(7.2))
  return strandTurns.map(turn => braidStrand({ from, to, swing, waves, turn }))
})

const cornerRosettes = corners.flatMap(centre =>
  [0, Math.PI / 2, Math.PI, (3 * Math.PI) / 2].map(turn =>
    rosetteLine({ centre, radius: corner * 0.62, swing: corner * 0.3, lobes: 12, turn }),
  ),
)

/** The large rosette behind the words, light enough to read over and dark enough for a grey printer. */
const background = [0.28, 0.4, 0.52, 0.64, 0.76, 0.88].flatMap(share =>
  [0, Math.PI].map(turn =>
    rosetteLine({
      centre: { x: page.width / 2, y: page.height * 0.47 },
      radius: millimetres(78) * share,
      swing: millimetres(9),
      lobes: 24,
      turn: turn + share * 4,
    }),
  ),
)

const straight = (distance: number) => ({
  x: inset + distance,
  y: inset + distance,
  width: page.width - 2 * (inset + distance),
  height: page.height - 2 * (inset + distance),
})

export function Frame() {
  return (
    <Svg
      style={{ position: 'absolute', top: 0, left: 0 }}
      width={page.width}
      height={page.height}
      viewBox={`0 0 ${page.width} ${page.height}`}
    >
      <Path d={background.join('')} stroke={ink.background} strokeWidth={0.35} fill="none" />
      <Rect {...straight(-millimetres(3))} stroke={ink.brand} strokeWidth={1.1} fill="none" />
      <Rect {...straight(millimetres(3))} stroke={ink.brand} strokeWidth={0.5} fill="none" />
      <Rect {...straight(millimetres(3.7))} stroke={ink.brand} strokeWidth={0.25} fill="none" />
      <Path d={braid.join('')} stroke={ink.brand} strokeWidth={0.35} fill="none" />
      {corners.map(({ x, y }) => (
        <Circle key={`${x} ${y}`} cx={x} cy={y} r={corner} fill="#ffffff" />
      ))}
      <Path d={cornerRosettes.join('')} stroke={ink.brand} strokeWidth={0.35} fill="none" />
    </Svg>
  )
}
