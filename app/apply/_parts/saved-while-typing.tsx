'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { NAMES_AS_PRINTED, type NamesAsPrinted } from '@/components/name-help'

/** Long enough for a word to be finished, short enough that little is lost where a battery dies. */
const PAUSE_MILLISECONDS = 1_500

type SavedWhileTypingProps = {
  /** Id of the form whose question is saved. */
  form: string
  /** Where it is sent. */
  address: string
  /** When the draft was saved last, in milliseconds, as the page knows it. */
  savedAt: number
  words: { saved: string; notSaved: string }
  /** What the line says until something is typed. */
  children: ReactNode
}

type News = { savedAt: number } | 'not-saved' | null

/** Saves the question while somebody types, and says when: 已保存 10:32. Without scripts, each button saves. */
export function SavedWhileTyping({ form, address, savedAt, words, children }: SavedWhileTypingProps) {
  const [news, setNews] = useState<News>(null)

  useEffect(() => {
    const found = document.getElementById(form)
    return found instanceof HTMLFormElement
      ? saveWhileTyping({ form: found, address, savedAt, tell: setNews })
      : undefined
  }, [form, address, savedAt])

  if (news === null) return children
  if (news === 'not-saved') return ` · ${words.notSaved}`
  return (
    <>
      {` · ${words.saved} `}
      <time dateTime={new Date(news.savedAt).toISOString()}>{hourOf(news.savedAt)}</time>
    </>
  )
}

type Saving = { form: HTMLFormElement; address: string; savedAt: number; tell: (news: News) => void }

/** One request at a time, each built on the one before; none once the form itself is on its way. */
function saveWhileTyping({ form, address, savedAt, tell }: Saving): () => void {
  let [known, isDirty, isSending, isOver] = [savedAt, false, false, false]
  let pause: ReturnType<typeof setTimeout> | undefined

  const send = async () => {
    if (!isDirty || isSending || isOver) return
    isDirty = false
    isSending = true
    const answer = await post({ form, address, savedAt: known })
    isSending = false
    if (isOver || answer === 'changed-meanwhile') return
    if (answer !== 'not-saved') {
      known = answer.savedAt
      form.dispatchEvent(new CustomEvent(NAMES_AS_PRINTED, { detail: answer.names }))
    }
    tell(answer)
    if (isDirty) await send()
  }
  const wait = () => {
    isDirty = true
    clearTimeout(pause)
    pause = setTimeout(send, PAUSE_MILLISECONDS)
  }
  const end = () => {
    isOver = true
    clearTimeout(pause)
  }
  const goOn = () => {
    isOver = false
  }
  form.addEventListener('input', wait)
  form.addEventListener('submit', end)
  // A submit that found something to change leaves people on the page, typing on.
  form.addEventListener('focusin', goOn)
  document.addEventListener('visibilitychange', send)
  return () => {
    end()
    form.removeEventListener('input', wait)
    form.removeEventListener('submit', end)
    form.removeEventListener('focusin', goOn)
    document.removeEventListener('visibilitychange', send)
  }
}

async function post({
  form,
  address,
  savedAt,
}: Pick<Saving, 'form' | 'address' | 'savedAt'>): Promise<
  { savedAt: number; names: NamesAsPrinted } | 'changed-meanwhile' | 'not-saved'
> {
  const body = new FormData(form)
  body.set('savedAt', String(savedAt))
  try {
    const response = await fetch(address, { method: 'POST', body, keepalive: true })
    if (response.status === 409) return 'changed-meanwhile'
    return response.ok ? await response.json() : 'not-saved'
  } catch {
    return 'not-saved'
  }
}

function hourOf(instant: number): string {
  return new Date(instant).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })
}
