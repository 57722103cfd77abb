'use client'

import { useEffect, useState } from 'react'
import { readScannedText } from '@/lib/verification/offline'
import { CodeReader } from './code-reader'
import { registerServiceWorker } from './keep-on-device'
import type { ReaderWords } from './reader-words'
import { sayNoCode } from './say-no-code'

/** Opens the answer for the code that was read. A full page load: the answer has no scripts. */
export function ReadAndOpen({ words }: { words: ReaderWords }) {
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void registerServiceWorker()
  }, [])

  const open = (text: string) => {
    const scanned = readScannedText(text)
    if ('token' in scanned) window.location.assign(`/v/${scanned.token}`)
    else setProblem(sayNoCode({ scanned, words }))
  }

  return (
    <>
      <CodeReader words={words} onText={open} />
      <p role="status" className="font-bold text-stop">
        {problem}
      </p>
    </>
  )
}
