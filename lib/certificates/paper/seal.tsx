import { Circle, G, Path, Svg } from '@react-pdf/renderer'
import { outlineOf, type PaperWeight } from './fonts'
import { ink } from './measures'
import { wording } from './wording'

/** The seal is drawn in units of which its outer radius has 58. */
const RING = 56
const TEXT_RADIUS = 41
/** The arc of the office's name, in degrees, and the widest step between two characters of a short name. */
const WIDEST_ARC = 250
const WIDEST_STEP = 26
const NAME_SIZE = 12
const PURPOSE_SIZE = 8.4

/** The seal without its words. */
export const sealLines = {
  viewBox: '-60 -60 120 120',
  rings: [
    { r: RING, strokeWidth: 2.6 },
    { r: RING - 3.2, strokeWidth: 0.5 },
  ],
  star: star(16),
} as const

/** A character of the seal as an outline in its place; outlines need no font in whatever prints them. */
export type SealGlyph = { key: string; path: string; transform: string }

/** The characters of a seal: the office's name on an arc, and what the seal is for in a straight line below. */
export async function sealGlyphs({
  officeName,
  purpose,
}: {
  officeName: string
  purpose: string
}): Promise<SealGlyph[]> {
  const onArc = arcPlaces([...officeName].length)
  const onLine = linePlaces([...purpose].length)
  return Promise.all([
    ...[...officeName].map((character, index) =>
      sealGlyph({
        character,
        place: onArc[index] ?? '',
        size: sizeOnArc([...officeName].length),
        weight: 700,
      }),
    ),
    ...[...purpose].map((character, index) =>
      sealGlyph({ character, place: onLine[index] ?? '', size: PURPOSE_SIZE, weight: 500 }),
    ),
  ])
}

/** The red round seal of an office: ring, star, the name on the arc. It says that it is a demonstration, if so. */
export function Seal({
  glyphs,
  width,
  said,
}: {
  glyphs: readonly SealGlyph[]
  width: number
  said: { officeName: string; purpose: string }
}) {
  const alt = `${wording.sealAlt}${said.officeName} ${said.purpose}`
  return (
    <Svg tag={{ as: 'Figure', alt }} width={width} height={width} viewBox={sealLines.viewBox}>
      {sealLines.rings.map(ring => (
        <Circle key={ring.r} cx={0} cy={0} {...ring} stroke={ink.seal} fill="none" />
      ))}
      <Path d={sealLines.star} fill={ink.seal} />
      {glyphs.map(({ key, path, transform }) => (
        <G key={key} transform={transform}>
          <Path d={path} fill={ink.seal} />
        </G>
      ))}
    </Svg>
  )
}

/** What the seal says: the office and its purpose; in the demo, the purpose says that it is one. */
export function sealWords({ officeName, demonstration }: { officeName: string; demonstration: boolean }) {
  return { officeName, purpose: demonstration ? wording.sealOfDemonstration : wording.seal }
}

async function sealGlyph({
  character,
  place,
  size,
  weight,
}: {
  character: string
  place: string
  size: number
  weight: PaperWeight
}): Promise<SealGlyph> {
  const { path, unitsPerEm, advance } = await outlineOf({ character, weight })
  const scale = size / unitsPerEm
  return {
    key: place,
    path,
    transform: `${place} scale(${scale} ${-scale}) translate(${-advance / 2} 0)`,
  }
}

function stepOnArc(count: number): number {
  return Math.min(WIDEST_STEP, WIDEST_ARC / Math.max(count - 1, 1))
}

/** Long names get smaller characters, so that neighbours on the arc never touch. */
function sizeOnArc(count: number): number {
  return Math.min(NAME_SIZE, ((stepOnArc(count) * Math.PI) / 180) * TEXT_RADIUS * 0.92)
}

function arcPlaces(count: number): string[] {
  const step = stepOnArc(count)
  return Array.from(
    { length: count },
    (_, index) => `rotate(${(index - (count - 1) / 2) * step} 0 0) translate(0 ${-TEXT_RADIUS})`,
  )
}

function linePlaces(count: number): string[] {
  const width = PURPOSE_SIZE * 1.08
  return Array.from({ length: count }, (_, index) => `translate(${(index - (count - 1) / 2) * width} 36)`)
}

function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const length = index % 2 === 0 ? radius : radius * 0.382
    const angle = (index * Math.PI) / 5 - Math.PI / 2
    return `${(length * Math.cos(angle)).toFixed(3)} ${(length * Math.sin(angle)).toFixed(3)}`
  })
  return `M${points.join('L')}Z`
}
