'use client'

import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import { describedBy, FieldFrame, type FieldProps, INPUT_LOOK } from './field-frame'
import { useFieldState } from './form-state'

const WIDTHS = { short: 'w-[9rem] max-w-full', medium: 'w-full max-w-field', full: 'w-full' }

type TextFieldProps = FieldProps & {
  defaultValue?: string
  type?: HTMLInputTypeAttribute
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search'
  maxLength?: number
  /** As wide as the answer is long. */
  width?: keyof typeof WIDTHS
}

/** One line of text. What was typed comes back after a failed submit, unless the action left it out (codes, passwords). */
export function TextField({
  error,
  defaultValue,
  width = 'medium',
  autoComplete = 'off',
  ...props
}: TextFieldProps) {
  const { type = 'text', inputMode, maxLength, ...field } = props
  const state = useFieldState(field.name)
  const message = error ?? state.error
  return (
    <FieldFrame {...field} error={message}>
      <input
        id={field.name}
        name={field.name}
        type={type}
        defaultValue={state.value ?? (state.wasSubmitted ? '' : defaultValue)}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        spellCheck={false}
        aria-invalid={message ? true : undefined}
        aria-describedby={describedBy({ ...field, hint: field.hint, error: message })}
        className={`${INPUT_LOOK} ${WIDTHS[width]} tabular-nums`}
      />
    </FieldFrame>
  )
}
