import { readScannedText } from '@/lib/verification/offline'
import type { ReaderWords } from './reader-words'

/** The verification code that was scanned; or, of whatever else it was, a sentence that says so and what to do. */
export function whatWasScanned({
  text,
  words,
}: {
  text: string
  words: ReaderWords
}): { token: string } | { problem: string } {
  const scanned = readScannedText(text)
  if ('token' in scanned) return scanned
  if ('elsewhere' in scanned) return { problem: words.elsewhere.replace('{host}', scanned.elsewhere) }
  return { problem: words.notACode }
}
