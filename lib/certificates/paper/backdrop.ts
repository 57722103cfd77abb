import { deflateSync } from 'node:zlib'
import { frameLines } from './frame-lines'
import { ink, page } from './measures'

/** What lies under the words of a page: operators of a PDF (ISO 32000-1 annex A), deflated, and its size. */
export type Backdrop = { deflated: Buffer; width: number; height: number }

/** How far the handles of a Bézier curve stand from the ends of a quarter circle of radius one. */
const QUARTER = 0.5523

let drawn: Backdrop | null = null

/**
 * The frame of fine lines around the paper, and the rosette behind its words. They are two fifths of a file and
 * never change, so that each process draws and deflates them once and every paper takes them over as they are.
 */
export function frameBackdrop(): Backdrop {
  drawn ??= { deflated: deflateSync(frameOperators(), { level: 9 }), width: page.width, height: page.height }
  return drawn
}

function frameOperators(): string {
  const { background, braid, rosettes, corners, cornerRadius, straight, thin } = frameLines
  return [
    `${inkOf(ink.background)} RG ${thin} w`,
    curve(background),
    'S',
    `${inkOf(ink.brand)} RG 1 1 1 rg`,
    ...straight.map(
      ({ x, y, width, height, strokeWidth }) =>
        `${strokeWidth} w ${[x, y, width, height].map(short).join(' ')} re S`,
    ),
    `${thin} w`,
    curve(braid),
    'S',
    ...corners.map(centre => `${circle({ ...centre, radius: cornerRadius })} f`),
    curve(rosettes),
    'S',
  ].join('\n')
}

const operators: Readonly<Record<string, string>> = { M: 'm', C: 'c', Z: 'h' }

/** The commands of an SVG path, which has the same curves, with the operator behind its numbers. */
function curve(path: string): string {
  const pieces = path.matchAll(/([MCZ])([^MCZ]*)/g)
  return [...pieces]
    .map(([, command = '', numbers = '']) => `${numbers} ${operators[command]}`.trim())
    .join('\n')
}

function circle({ x, y, radius }: { x: number; y: number; radius: number }): string {
  const handle = radius * QUARTER
  const quarters = [
    [radius, handle, handle, radius, 0, radius],
    [-handle, radius, -radius, handle, -radius, 0],
    [-radius, -handle, -handle, -radius, 0, -radius],
    [handle, -radius, radius, -handle, radius, 0],
  ]
  const curves = quarters.map(quarter => {
    const places = quarter.map((value, index) => short(value + (index % 2 === 0 ? x : y)))
    return `${places.join(' ')} c`
  })
  return [`${short(x + radius)} ${short(y)} m`, ...curves].join(' ')
}

/** A colour of the paper as three parts of one. */
function inkOf(colour: string): string {
  return [1, 3, 5].map(at => short(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ')
}

function short(value: number): string {
  return String(Math.round(value * 1_000) / 1_000)
}
