import type { ScannedText } from '@/lib/verification/offline'
import type { ReaderWords } from './reader-words'

/** What was scanned instead of a verification code, and what to do. */
export function sayNoCode({
  scanned,
  words,
}: {
  scanned: Exclude<ScannedText, { token: string }>
  words: ReaderWords
}): string {
  return 'elsewhere' in scanned ? words.elsewhere.replace('{host}', scanned.elsewhere) : words.notACode
}
