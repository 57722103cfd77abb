'use client'

import { describedBy, FieldFrame, type FieldProps, INPUT_LOOK } from './field-frame'
import { useFieldState } from './form-state'
import { putBackWhatWasTyped } from './typed-early'

type TextAreaProps = FieldProps & { defaultValue?: string; rows?: number; maxLength?: number }

/** Several lines of text. */
export function TextArea({ error, defaultValue, rows = 5, maxLength, ...field }: TextAreaProps) {
  const state = useFieldState(field.name)
  const message = error ?? state.error
  return (
    <FieldFrame {...field} error={message}>
      <textarea
        ref={putBackWhatWasTyped}
        id={field.name}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={state.value ?? (state.wasSubmitted ? '' : defaultValue)}
        aria-invalid={message ? true : undefined}
        aria-describedby={describedBy({ ...field, hint: field.hint, error: message })}
        className={`${INPUT_LOOK} w-full max-w-read`}
      />
    </FieldFrame>
  )
}
