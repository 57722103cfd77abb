'use client'

import { FieldFrame, type FieldProps, INPUT_LOOK } from './field-frame'
import { useFieldState } from './form-state'
import { useWords } from './words'

type DateFieldsProps = FieldProps & {
  /** 'YYYY-MM-DD' */
  defaultValue?: string
  /** A birthday of the person who types: the browser may fill it in. */
  birthday?: boolean
}

const PARTS = [
  { part: 'year', length: 4, width: 'w-[5.5rem]' },
  { part: 'month', length: 2, width: 'w-[4rem]' },
  { part: 'day', length: 2, width: 'w-[4rem]' },
] as const

/** A civil date in three boxes: `${name}-year`, `${name}-month`, `${name}-day`. Errors are named `name`. */
export function DateFields({ error, defaultValue = '', birthday, ...field }: DateFieldsProps) {
  const state = useFieldState(field.name)
  const message = error ?? state.error
  const typedBefore = defaultValue.split('-')
  return (
    <FieldFrame {...field} error={message} group>
      <div className="flex flex-wrap gap-x-4">
        {PARTS.map(({ part, length, width }, index) => (
          <DatePart
            key={part}
            id={index === 0 ? field.name : `${field.name}-${part}`}
            name={`${field.name}-${part}`}
            part={part}
            maxLength={length}
            width={width}
            initial={(typedBefore[index] ?? '').replace(/^0/, '')}
            autoComplete={birthday ? `bday-${part}` : 'off'}
            isInvalid={message !== undefined}
          />
        ))}
      </div>
    </FieldFrame>
  )
}

type DatePartProps = {
  id: string
  name: string
  part: 'year' | 'month' | 'day'
  maxLength: number
  width: string
  initial: string
  autoComplete: string
  isInvalid: boolean
}

function DatePart({ id, name, part, maxLength, width, initial, autoComplete, isInvalid }: DatePartProps) {
  const { form } = useWords()
  const { value, wasSubmitted } = useFieldState(name)
  return (
    <div className="mt-1">
      <label htmlFor={id} className="block">
        {form[part]}
      </label>
      <input
        id={id}
        name={name}
        inputMode="numeric"
        maxLength={maxLength}
        autoComplete={autoComplete}
        defaultValue={value ?? (wasSubmitted ? '' : initial)}
        aria-invalid={isInvalid ? true : undefined}
        className={`${INPUT_LOOK} ${width} tabular-nums`}
      />
    </div>
  )
}
