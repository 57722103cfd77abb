'use client'

import type { ReactNode } from 'react'
import { FieldFrame, type FieldProps } from './field-frame'
import { useFieldState } from './form-state'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode }

type ChoiceFieldProps = FieldProps & { choices: readonly Choice[]; defaultValue?: string }

export const ROW_LOOK =
  'mt-2.5 flex min-h-target cursor-pointer items-start gap-3 rounded-base border-2 border-line px-4 py-2.5 hover:border-ink-soft has-checked:border-brand has-checked:bg-brand-tint'

/** One of a few: full-width rows, each all target. The error's link leads to the first. */
export function ChoiceField({ error, choices, defaultValue, ...field }: ChoiceFieldProps) {
  const state = useFieldState(field.name)
  const message = error ?? state.error
  const chosen = state.value ?? defaultValue
  return (
    <FieldFrame {...field} error={message} group>
      {choices.map((choice, index) => {
        const id = index === 0 ? field.name : `${field.name}-${index + 1}`
        return (
          <label key={choice.value} htmlFor={id} className={ROW_LOOK}>
            <input
              id={id}
              type="radio"
              name={field.name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              aria-describedby={choice.hint ? `${id}-hint` : undefined}
              className="mt-[0.2em] size-[1.4rem] flex-none accent-brand"
            />
            <span className="min-w-0">
              {choice.label}
              {choice.hint && (
                <span id={`${id}-hint`} className="block text-small text-ink-soft">
                  {choice.hint}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </FieldFrame>
  )
}
