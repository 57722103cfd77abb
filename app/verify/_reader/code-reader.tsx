'use client'

import { CameraScanner } from './camera-scanner'
import { CodeFileReader } from './file-reader'
import type { ReaderWords } from './reader-words'
import { useHasScripts } from './use-has-scripts'

type CodeReaderProps = { words: ReaderWords; onText: (text: string) => void }

/** Reads a code from a file or before the camera, all on the device; without scripts it says what to do instead. */
export function CodeReader({ words, onText }: CodeReaderProps) {
  if (!useHasScripts()) return <p>{words.needsScripts}</p>
  return (
    <>
      <CodeFileReader words={words} onText={onText} />
      <CameraScanner words={words} onText={onText} />
    </>
  )
}
