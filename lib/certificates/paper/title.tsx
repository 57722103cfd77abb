import { G, Path, Svg, View } from '@react-pdf/renderer'
import { mincho } from './fonts'
import { ink } from './measures'
import { Words } from './words'

const SIZE = 31
const ADVANCE = SIZE * 1.17
/** How large the title is set, for whoever draws it. */
export const titleMeasures = { size: SIZE, advance: ADVANCE, height: SIZE * 1.2 } as const
/** Hanazono Mincho has one weight; a line of its own colour around each outline makes it a title's. */
const STROKE_OF_EM = 0.027

/** The title's characters as outlines in Mincho, or none where that font lacks one of them. */
export type TitleGlyph = { key: string; path: string; transform: string; strokeWidth: number }

export async function titleGlyphs(title: string): Promise<TitleGlyph[]> {
  const fonts = await Promise.all(
    [...title].map(async character => ({ character, font: await mincho(character) })),
  )
  return fonts.flatMap(({ character, font }, index) => {
    if (!font) return []
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
    const scale = SIZE / font.unitsPerEm
    const x = index * ADVANCE + (ADVANCE - SIZE) / 2
    return {
      key: `${index}`,
      path: glyph.path.toSVG(),
      transform: `translate(${x} ${SIZE * 0.88}) scale(${scale} ${-scale})`,
      strokeWidth: font.unitsPerEm * STROKE_OF_EM,
    }
  })
}

/**
 * The title in a serif, as a document of the state has it. The outlines are what is seen; the same words lie
 * over them unseen, so that the title can be selected, searched and read aloud.
 */
export function PaperTitle({ title, glyphs }: { title: string; glyphs: readonly TitleGlyph[] }) {
  const count = [...title].length
  const plain = { fontSize: SIZE, fontWeight: 700, letterSpacing: ADVANCE - SIZE } as const
  if (glyphs.length < count)
    return (
      <Words tag={{ as: 'H1' }} style={plain}>
        {title}
      </Words>
    )
  const width = count * ADVANCE
  return (
    <View style={{ width, height: SIZE * 1.2 }}>
      <Svg
        style={{ position: 'absolute', top: 0, left: 0 }}
        width={width}
        height={SIZE * 1.2}
        viewBox={`0 0 ${width} ${SIZE * 1.2}`}
      >
        {glyphs.map(({ key, path, transform, strokeWidth }) => (
          <G key={key} transform={transform}>
            <Path d={path} fill={ink.text} stroke={ink.text} strokeWidth={strokeWidth} />
          </G>
        ))}
      </Svg>
      <Words
        tag={{ as: 'H1' }}
        style={{
          ...plain,
          lineHeight: 1,
          opacity: 0,
          position: 'absolute',
          top: 2,
          left: 0,
          width: width + 20,
        }}
      >
        {title}
      </Words>
    </View>
  )
}
