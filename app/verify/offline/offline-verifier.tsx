'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { judgeOffline, type OfflineJudgement } from '@/lib/verification/offline'
import { OfflineAnswer, type OfflineWords } from './offline-answer'
import { readPicture } from './read-picture'
import { whatIsKnown } from './what-is-known'

/** Judges links and pictures on the device; a code that was scanned without a network is judged at once. */
export function OfflineVerifier({ words, caution }: { words: OfflineWords; caution: string | null }) {
  const [judgement, setJudgement] = useState<OfflineJudgement | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const judge = async (text: string) => {
    setProblem(null)
    setJudgement(await judgeOffline({ text, now: new Date(), ...(await whatIsKnown()) }))
  }

  useEffect(() => {
    void navigator.serviceWorker?.register('/verify/service-worker.js', { scope: '/v' })
    const { pathname } = window.location
    if (!pathname.startsWith('/v/')) return
    void whatIsKnown()
      .then(known => judgeOffline({ text: pathname, now: new Date(), ...known }))
      .then(setJudgement)
  }, [])

  const judgeLink = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void judge(String(new FormData(event.currentTarget).get('link') ?? ''))
  }

  const judgePicture = async (file: File | undefined) => {
    if (!file) return
    const read = await readPicture(file)
    if ('text' in read) await judge(read.text)
    else setProblem(words[read.missing])
  }

  return (
    <div className="flow">
      {judgement && <OfflineAnswer judgement={judgement} words={words} caution={caution} />}
      <form onSubmit={judgeLink} className="flow">
        <TextField name="link" label={words.link} hint={words.linkHint} width="full" />
        <Button>{words.check}</Button>
      </form>
      <p className="flow-small">
        <label htmlFor="picture" className="block font-bold">
          {words.picture}
        </label>
        <input
          id="picture"
          type="file"
          accept="image/*"
          className="max-w-full file:mr-3 file:min-h-target file:rounded-small file:border-2 file:border-ink-soft file:bg-paper file:px-4 file:font-bold"
          onChange={event => void judgePicture(event.target.files?.[0])}
        />
      </p>
      <p role="status">{problem}</p>
    </div>
  )
}
