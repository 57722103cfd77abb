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
  const best = marked.split('\n')[bestLine(marked)] ?? ''
  return best.split(MARK_START).flatMap((piece, index) => {
    if (index === 0) return piece === '' ? [] : [{ text: piece, marked: false }]
    const [word = '', rest = ''] = piece.split(MARK_END)
    return [{ text: word, marked: true }, ...(rest === '' ? [] : [{ text: rest, marked: false }])]
  })
}

/** Which line has the most marks, counted from 0; of equals the first. */
export function bestLine(marked: string): number {
  const marks = marked.split('\n').map(line => line.split(MARK_START).length - 1)
  return marks.indexOf(Math.max(...marks))
}
