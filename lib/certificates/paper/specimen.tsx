import { G, Path, Svg } from '@react-pdf/renderer'
import { outlineOf } from './fonts'
import { ink, page } from './measures'
import { wording } from './wording'

const SIZE = 190

export const SPECIMEN_OPACITY = 0.07
/** Across the middle of the paper. */
export const specimenPlace = `translate(${page.width / 2} ${page.height * 0.47}) rotate(-32)`

export type SpecimenGlyph = { key: string; path: string; transform: string }

/** The large pale 演示 across a paper of the demo, as outlines: nobody copies it along with the text. */
export async function specimenGlyphs(): Promise<SpecimenGlyph[]> {
  const characters = [...wording.demonstration]
  const outlines = await Promise.all(characters.map(character => outlineOf({ character, weight: 700 })))
  return outlines.map(({ path, unitsPerEm, advance }, index) => {
    const scale = SIZE / unitsPerEm
    const x = (index - (characters.length - 1) / 2) * SIZE * 1.25
    return {
      key: String(index),
      path,
      transform: `translate(${x} ${SIZE * 0.36}) scale(${scale} ${-scale}) translate(${-advance / 2} 0)`,
    }
  })
}

export function Specimen({ glyphs }: { glyphs: readonly SpecimenGlyph[] }) {
  return (
    <Svg
      style={{ position: 'absolute', top: 0, left: 0 }}
      width={page.width}
      height={page.height}
      viewBox={`0 0 ${page.width} ${page.height}`}
    >
      <G transform={specimenPlace}>
        {glyphs.map(({ key, path, transform }) => (
          <G key={key} transform={transform}>
            <Path d={path} fill={ink.seal} fillOpacity={SPECIMEN_OPACITY} />
          </G>
        ))}
      </G>
    </Svg>
  )
}
