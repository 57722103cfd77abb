'use client'

import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useFieldState } from '@/components/form-state'

type PasskeyQuestionProps = {
  /** A new passkey, or the signature of one there is. */
  kind: 'new' | 'show'
  /** What the names of its fields begin with, where a form has two. */
  prefix?: string
  waiting: string
  failed: string
  needsScript: string
  /** The button that was pressed, where a form has more than one. */
  pressed?: RefObject<HTMLElement | null>
}

const ceremonies = {
  new: (optionsJSON: Parameters<typeof startRegistration>[0]['optionsJSON']) =>
    startRegistration({ optionsJSON }),
  show: (optionsJSON: Parameters<typeof startAuthentication>[0]['optionsJSON']) =>
    startAuthentication({ optionsJSON }),
}

/**
 * The part of a form that speaks with the device. The server's answer to the form's button brings the question
 * (`passkeyOptions`); the device's answer goes back in the same form, as if the person had pressed the
 * same button once more.
 */
export function PasskeyQuestion({
  kind,
  prefix = 'passkey',
  waiting,
  failed,
  needsScript,
  pressed,
}: PasskeyQuestionProps) {
  const { value: question } = useFieldState(`${prefix}Options`)
  const answer = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'waiting' | 'failed'>('idle')

  useEffect(() => {
    if (!question) return
    let isCurrent = true
    setState('waiting')
    ceremonies[kind](JSON.parse(question)).then(
      response => {
        if (!isCurrent || !answer.current) return
        answer.current.value = JSON.stringify(response)
        answer.current.form?.requestSubmit(pressed?.current)
        answer.current.value = ''
        setState('idle')
      },
      () => {
        if (isCurrent) setState('failed')
      },
    )
    return () => {
      isCurrent = false
    }
  }, [question, kind, pressed])

  return (
    <>
      <input type="hidden" name={`${prefix}Answer`} ref={answer} />
      <p role="status">
        {state === 'waiting' && waiting}
        {state === 'failed' && failed}
      </p>
      <noscript>
        <p>{needsScript}</p>
      </noscript>
    </>
  )
}
