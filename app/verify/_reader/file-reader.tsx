'use client'

import { useState } from 'react'
import { type FileTrouble, readFile } from './read-file'
import type { ReaderWords } from './reader-words'

type FileReaderProps = { words: ReaderWords; onText: (text: string) => void }

/** Takes a picture or a PDF and reads its code on the device. */
export function CodeFileReader({ words, onText }: FileReaderProps) {
  const [state, setState] = useState<'reading' | FileTrouble | null>(null)

  const read = async (file: File | undefined) => {
    if (!file) return
    setState('reading')
    const found = await readFile(file)
    if ('trouble' in found) return setState(found.trouble)
    setState(null)
    onText(found.text)
  }

  return (
    <div className="flow-small">
      <label htmlFor="file" className="block text-lead font-bold">
        {words.file.label}
      </label>
      <p id="file-hint" className="text-ink-soft">
        {words.file.hint}
      </p>
      <input
        id="file"
        type="file"
        accept="image/*,application/pdf"
        aria-describedby="file-hint"
        className="max-w-full file:mr-3 file:min-h-target file:rounded-small file:border-2 file:border-ink-soft file:bg-paper file:px-4 file:font-bold"
        onChange={({ target }) => {
          void read(target.files?.[0]).finally(() => {
            target.value = '' // The same file can be chosen again.
          })
        }}
      />
      <p role="status" className={state === 'reading' ? '' : 'font-bold text-stop'}>
        {state && words.file[state]}
      </p>
    </div>
  )
}
