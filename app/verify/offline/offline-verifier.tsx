'use client'

import type { Locale } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { judgeOffline, type OfflineJudgement } from '@/lib/verification/offline'
import { CodeReader } from '../_reader/code-reader'
import { keepReadersOnDevice, registerServiceWorker } from '../_reader/keep-on-device'
import { useHasScripts } from '../_reader/use-has-scripts'
import { whatWasScanned } from '../_reader/what-was-scanned'
import { OfflineAnswer, type OfflineWords } from './offline-answer'
import { WhatIsKept } from './what-is-kept'
import { whatIsKnown } from './what-is-known'

type OfflineVerifierProps = { words: OfflineWords; locale: Locale; caution: string | null }

/** Judges on the device. Without scripts no form is shown that could not work, but what to do instead. */
export function OfflineVerifier(props: OfflineVerifierProps) {
  return useHasScripts() ? <Verifier {...props} /> : <p>{props.words.needsScript}</p>
}

/** Judges links, pictures and what the camera sees; a code that was scanned without a network is judged at once. */
function Verifier({ words, locale, caution }: OfflineVerifierProps) {
  const [judgement, setJudgement] = useState<OfflineJudgement | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    void registerServiceWorker().then(keepReadersOnDevice)
    const { pathname } = window.location
    if (/^\/v\//i.test(pathname)) void judge(pathname).then(setJudgement)
  }, [])

  const answer = async (text: string) => {
    setProblem(null)
    setJudgement(await judge(text))
  }
  const answerLink = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void answer(String(new FormData(event.currentTarget).get('link') ?? ''))
  }
  const answerScan = (text: string) => {
    const scanned = whatWasScanned({ text, words: words.reader })
    if ('token' in scanned) return void answer(scanned.token)
    setJudgement(null)
    setProblem(scanned.problem)
  }

  return (
    <div className="flow">
      {judgement && <OfflineAnswer judgement={judgement} words={words} locale={locale} caution={caution} />}
      <p role="status" className="font-bold text-stop">
        {problem}
      </p>
      <form onSubmit={answerLink} className="flow">
        <TextField name="link" label={words.link} hint={words.linkHint} width="full" />
        <Button>{words.check}</Button>
      </form>
      <CodeReader words={words.reader} onText={answerScan} />
      <WhatIsKept words={words} locale={locale} />
    </div>
  )
}

async function judge(text: string): Promise<OfflineJudgement> {
  return judgeOffline({ text, now: new Date(), ...(await whatIsKnown()) })
}
