'use client'

import type { ReactNode } from 'react'
import { ROW_LOOK } from './choice-field'
import { describedBy } from './field-frame'
import { useFieldState } from './form-state'
import { useWords } from './words'

type TickFieldProps = {
  name: string
  /** The whole sentence that is agreed to. */
  label: ReactNode
  hint?: ReactNode
  error?: string
  value?: string
  defaultChecked?: boolean
}

/** A yes of its own, never ticked beforehand for a consent, never bundled with another. */
export function TickField({ name, label, hint, error, value = 'yes', defaultChecked }: TickFieldProps) {
  const { form } = useWords()
  const state = useFieldState(name)
  const message = error ?? state.error
  return (
    <div className={message ? 'border-l-5 border-stop pl-4' : ''}>
      {message && (
        <p id={`${name}-error`} className="font-bold text-stop">
          <span className="sr-only">{form.error}</span>
          {message}
        </p>
      )}
      <label htmlFor={name} className={ROW_LOOK}>
        <input
          id={name}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={state.wasSubmitted ? state.value === value : defaultChecked}
          aria-invalid={message ? true : undefined}
          aria-describedby={describedBy({ name, hint, error: message })}
          className="mt-[0.2em] size-[1.4rem] flex-none accent-brand"
        />
        <span className="min-w-0">
          {label}
          {hint && (
            <span id={`${name}-hint`} className="block text-small text-ink-soft">
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}
