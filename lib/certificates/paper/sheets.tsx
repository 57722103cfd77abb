import { Document, Page, renderToBuffer, Text, type TextProps, View } from '@react-pdf/renderer'
import { familyFor, PAPER_FAMILY } from './fonts'
import { ink, millimetres } from './measures'
import { registerFontsFor } from './register-fonts'
import { stretches } from './words'

/** A line of plain sheets: a heading, or a term with what stands behind it. */
export type Sheet =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'row'; term: string; text: string }

const headingSizes = { 1: 14, 2: 11.5, 3: 10 } as const
/** A longer word is broken: a link or a digest would run out of the page. */
const longestWord = 30

/**
 * Plain A4 sheets to read: headings, and terms with their texts, over as many pages as it takes. A character that
 * no font draws is named by its number, since what a person typed may be anything.
 */
export async function renderSheets({
  title,
  sheets,
}: {
  title: string
  sheets: readonly Sheet[]
}): Promise<Buffer> {
  const lines = sheets.map(printable)
  await registerFontsFor(
    lines
      .map(line => (line.kind === 'row' ? line.term + line.text : line.text))
      .join('')
      .replace(/\s/g, ''),
  )
  return renderToBuffer(
    <Document title={title}>
      <Page
        size="A4"
        style={{
          fontFamily: PAPER_FAMILY,
          fontSize: 9.5,
          color: ink.text,
          padding: millimetres(18),
          lineHeight: 1.5,
        }}
      >
        <Text style={{ fontSize: 18, fontWeight: 700, marginBottom: 10 }}>{title}</Text>
        {lines.map((line, index) => (
          <Line key={`${index.toString()}`} line={line} />
        ))}
        <Text
          fixed
          style={{ position: 'absolute', bottom: millimetres(8), right: millimetres(18), fontSize: 8 }}
          render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`}
        />
      </Page>
    </Document>,
  )
}

function Line({ line }: { line: Sheet }) {
  if (line.kind === 'heading') {
    const fontSize = headingSizes[line.level]
    return (
      <View minPresenceAhead={30} style={{ marginTop: line.level === 1 ? 14 : 6, marginBottom: 2 }}>
        <Written text={line.text} style={{ fontSize, fontWeight: line.level === 3 ? 500 : 700 }} />
      </View>
    )
  }
  return (
    <View style={{ flexDirection: 'row', gap: 8, borderBottom: `0.5 solid ${ink.line}`, paddingVertical: 2 }}>
      <View style={{ width: millimetres(42) }}>
        <Written text={line.term} style={{ color: ink.soft }} />
      </View>
      <View style={{ flex: 1 }}>
        {line.text.split('\n').map((part, index) => (
          <Written key={`${index.toString()}`} text={part === '' ? ' ' : part} style={{}} />
        ))}
      </View>
    </View>
  )
}

function Written({ text, style }: { text: string; style: NonNullable<TextProps['style']> }) {
  return (
    <Text style={style} hyphenationCallback={breakAnywhere}>
      {stretches(text).map(({ from, text: stretch, family }) => (
        <Text key={from} style={{ fontFamily: family }}>
          {stretch}
        </Text>
      ))}
    </Text>
  )
}

/** After any ideograph, and inside what is too long to be a word; nothing is added where a line ends. */
function breakAnywhere(word: string): string[] {
  const units = word.match(/\p{Script=Han}[，。；：、）》·]*|[^\p{Script=Han}]+/gu) ?? [word]
  const short = units.flatMap(unit => unit.match(new RegExp(`.{1,${longestWord}}`, 'gsu')) ?? [unit])
  return short.flatMap((unit, index) => (index === 0 ? [unit] : ['', unit]))
}

function printable(line: Sheet): Sheet {
  const text = drawn(line.text)
  return line.kind === 'row' ? { ...line, text, term: drawn(line.term) } : { ...line, text }
}

function drawn(text: string): string {
  return [...text.normalize('NFC').replaceAll('\t', ' ')]
    .map(character => {
      if (character === '\n' || familyFor(character)) return character
      return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`
    })
    .join('')
}
