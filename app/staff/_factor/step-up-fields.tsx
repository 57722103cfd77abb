'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { useFieldState } from '@/components/form-state'
import { TextField } from '@/components/text-field'
import { PasskeyQuestion } from './passkey-question'

type StepUpFieldsProps = {
  field: string
  /** Before the form is sent. */
  isAsked: boolean
  title: string
  label: string
  hint: string
  /** What to say while a passkey is asked for, of whoever has one. */
  passkey: { waiting: string; failed: string; needsScript: string } | null
  demo: ReactNode
}

/** The field for the second factor, once the form's action has asked for it. */
export function StepUpFields({ field, isAsked, title, label, hint, passkey, demo }: StepUpFieldsProps) {
  const { error } = useFieldState(field)
  const anchor = useRef<HTMLInputElement>(null)
  const pressed = useRef<HTMLElement>(null)

  useEffect(() => {
    const form = anchor.current?.form
    const note = ({ submitter }: SubmitEvent) => {
      pressed.current = submitter
    }
    form?.addEventListener('submit', note)
    return () => form?.removeEventListener('submit', note)
  }, [])

  return (
    <>
      <input type="hidden" name="stepUpField" value={field} ref={anchor} />
      {(isAsked || error) && (
        <section className="flow-small">
          <h3>{title}</h3>
          {demo}
          <TextField
            name={field}
            label={label}
            hint={hint}
            autoComplete="one-time-code"
            maxLength={40}
            width="medium"
          />
          {passkey && <PasskeyQuestion kind="show" prefix="stepUpPasskey" pressed={pressed} {...passkey} />}
        </section>
      )}
    </>
  )
}
