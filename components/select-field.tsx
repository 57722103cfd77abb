'use client'

import { describedBy, FieldFrame, type FieldProps, INPUT_LOOK } from './field-frame'
import { useFieldState } from './form-state'

type SelectGroup = { label: string; choices: readonly SelectChoice[] }
type SelectChoice = { value: string; label: string }

type SelectFieldProps = FieldProps & {
  choices: readonly (SelectChoice | SelectGroup)[]
  /** First, empty line: 请选择. */
  placeholder?: string
  defaultValue?: string
}

/** One of many (offices, reasons); for fewer than eight prefer ChoiceField. */
export function SelectField({ error, choices, placeholder, defaultValue, ...field }: SelectFieldProps) {
  const state = useFieldState(field.name)
  const message = error ?? state.error
  const chosen = state.value ?? defaultValue ?? ''
  return (
    <FieldFrame {...field} error={message}>
      <select
        // React resets a form after its action and would forget the choice; a new key starts with it.
        key={chosen}
        id={field.name}
        name={field.name}
        defaultValue={chosen}
        aria-invalid={message ? true : undefined}
        aria-describedby={describedBy({ ...field, hint: field.hint, error: message })}
        className={`${INPUT_LOOK} w-full max-w-field`}
      >
        {placeholder && <option value="">{placeholder}</option>}
        {choices.map(choice =>
          'choices' in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map(option => (
                <Option key={option.value} {...option} />
              ))}
            </optgroup>
          ) : (
            <Option key={choice.value} {...choice} />
          ),
        )}
      </select>
    </FieldFrame>
  )
}

function Option({ value, label }: SelectChoice) {
  return <option value={value}>{label}</option>
}
