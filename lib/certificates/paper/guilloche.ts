/** A place on the paper, in points. */
export type Point = { x: number; y: number }

const round = (value: number) => String(Math.round(value * 100) / 100)

/** A smooth curve through points as an SVG path (Catmull-Rom, written as Bézier curves). */
export function smoothCurve({ points, closed }: { points: readonly Point[]; closed: boolean }): string {
  const at = (index: number): Point => {
    const count = points.length
    const place = closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1)
    return points[place] ?? { x: 0, y: 0 }
  }
  const start = at(0)
  const last = closed ? points.length : points.length - 1
  const pieces = Array.from({ length: last }, (_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const first = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 }
    const second = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 }
    return `C${[first, second, to].map(({ x, y }) => `${round(x)} ${round(y)}`).join(' ')}`
  })
  return `M${round(start.x)} ${round(start.y)}${pieces.join('')}${closed ? 'Z' : ''}`
}

/**
 * One closed line of a rosette: a circle whose radius swings in lobes. Several of them, turned against one
 * another, make the moiré that a copier blurs and a steady hand cannot draw.
 */
export function rosetteLine({
  centre,
  radius,
  swing,
  lobes,
  turn,
}: {
  centre: Point
  radius: number
  swing: number
  lobes: number
  turn: number
}): string {
  const samples = lobes * 4
  const points = Array.from({ length: samples }, (_, index) => {
    const angle = (index / samples) * 2 * Math.PI
    const length = radius + swing * Math.sin(lobes * angle + turn)
    return { x: centre.x + length * Math.cos(angle), y: centre.y + length * Math.sin(angle) }
  })
  return smoothCurve({ points, closed: true })
}

/**
 * One strand of the braid that runs from one corner to the next: a sine wave along a straight line. It is drawn
 * from crest to trough, since between the two a Bézier curve is as good as the sine.
 */
export function braidStrand({
  from,
  to,
  swing,
  waves,
  turn,
}: {
  from: Point
  to: Point
  swing: number
  waves: number
  turn: number
}): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const points = Array.from({ length: waves * 2 + 1 }, (_, index) => {
    const way = ((index / 2 + 0.25 - turn / (2 * Math.PI)) / waves) * length
    const aside = index % 2 === 0 ? swing : -swing
    return { x: from.x + along.x * way - along.y * aside, y: from.y + along.y * way + along.x * aside }
  })
  return smoothCurve({ points, closed: false })
}
