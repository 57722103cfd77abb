export const MARK_START = '\u0002'
export const MARK_END = '\u0003'

export type ExcerptPart = { text: string; marked: boolean }

/** Marks the words where they stand; of two that overlap, the longer one. */
export function markWords({ text, words }: { text: string; words: string[] }): string {
  const longestFirst = words.filter(word => /^[\p{L}\p{N}]+$/u.test(word)).sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return text
  return text.replace(new RegExp(longestFirst.join('|'), 'giu'), `${MARK_START}$&${MARK_END}`)
}

/** The sentence that answers most: the line with the most marks, in parts, so that a page can mark without HTML. */
export function bestSentence(marked: string): ExcerptPart[] {
  const lines = marked.split('\n')
  const best = lines.reduce((most, line) => (marksIn(line) > marksIn(most) ? line : most), lines[0] ?? '')
  return best.split(MARK_START).flatMap((piece, index) => {
    if (index === 0) return piece === '' ? [] : [{ text: piece, marked: false }]
    const [word = '', rest = ''] = piece.split(MARK_END)
    return [{ text: word, marked: true }, ...(rest === '' ? [] : [{ text: rest, marked: false }])]
  })
}

function marksIn(line: string): number {
  return line.split(MARK_START).length - 1
}
