import { Text, type TextProps } from '@react-pdf/renderer'
import { requireFamilyFor } from './fonts'
import type { PaperTag } from './tagged/paper-tag'

type WordsProps = { children: string; style: NonNullable<TextProps['style']>; tag?: PaperTag }

/** A text of the paper. Each stretch of characters is set in the family that draws it, never in a fallback. */
export function Words({ children, style, tag = { as: 'P' } }: WordsProps) {
  return (
    <Text tag={tag} style={style} hyphenationCallback={breakBetweenIdeographs}>
      {stretches(children).map(({ from, text, family }) => (
        <Text key={from} style={{ fontFamily: family }}>
          {text}
        </Text>
      ))}
    </Text>
  )
}

/** Neighbouring characters of one family as one stretch. */
export function stretches(text: string): { from: number; text: string; family: string }[] {
  const found: { from: number; text: string; family: string }[] = []
  for (const character of text.normalize('NFC')) {
    const family = requireFamilyFor(character)
    const last = found.at(-1)
    if (last?.family === family) last.text += character
    else found.push({ from: found.length, text: character, family })
  }
  return found
}

/** A line may end after any ideograph, but not before a closing mark; words of letters stay whole. */
function breakBetweenIdeographs(word: string): string[] {
  const units = word.match(/[\p{Script=Han}〇][，。；：、）》·]*|[^\p{Script=Han}〇]+/gu) ?? [word]
  return units.flatMap((unit, index) => (index === 0 ? [unit] : ['', unit]))
}
