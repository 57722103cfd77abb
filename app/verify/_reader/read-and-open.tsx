'use client'

import { useEffect, useState } from 'react'
import { CodeReader } from './code-reader'
import { registerServiceWorker } from './keep-on-device'
import type { ReaderWords } from './reader-words'
import { whatWasScanned } from './what-was-scanned'

/** Opens the answer for the code that was read. A full page load: the answer has no scripts. */
export function ReadAndOpen({ words }: { words: ReaderWords }) {
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void registerServiceWorker()
  }, [])

  const open = (text: string) => {
    const scanned = whatWasScanned({ text, words })
    if ('token' in scanned) window.location.assign(`/v/${scanned.token}`)
    else setProblem(scanned.problem)
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
