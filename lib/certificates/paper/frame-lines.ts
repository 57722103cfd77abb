import { braidStrand, type Point, rosetteLine } from './guilloche'
import { millimetres, page } from './measures'

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

const straightAt = (distance: number) => ({
  x: inset + distance,
  y: inset + distance,
  width: page.width - 2 * (inset + distance),
  height: page.height - 2 * (inset + distance),
})

/** The fine lines of the paper as SVG paths and rectangles; they never depend on what it says, so they are drawn once. */
export const frameLines = {
  background: background.join(''),
  braid: braid.join(''),
  rosettes: cornerRosettes.join(''),
  corners,
  cornerRadius: corner,
  /** Straight lines outside and inside the braid, with their widths. */
  straight: [
    { ...straightAt(-millimetres(3)), strokeWidth: 1.1 },
    { ...straightAt(millimetres(3)), strokeWidth: 0.5 },
    { ...straightAt(millimetres(3.7)), strokeWidth: 0.25 },
  ],
  thin: 0.35,
} as const
