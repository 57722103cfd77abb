'use client'

import type { ReactNode } from 'react'
import { fillIn, useWords } from './words'

/** What every field has in common. Texts arrive translated. */
export type FieldProps = {
  /** Name of the field and anchor of its error. */
  name: string
  label: string
  hint?: ReactNode
  /** The label is the page's h1: one question a page. */
  asTitle?: boolean
  /** Says so beside the label; everything else is required. */
  optional?: boolean
  /** Where a page shows an error without ActionForm. */
  error?: string
}

type FieldFrameProps = Omit<FieldProps, 'error'> & {
  error: string | undefined
  /** Several controls under one question: fieldset and legend. */
  group?: boolean
  children: ReactNode
}

/** Ids for aria-describedby of the controls inside, in reading order. */
export function describedBy({
  name,
  hint,
  error,
}: {
  name: string
  hint: ReactNode
  error: string | undefined
}) {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Label above, hint under it, error above the control. */
export function FieldFrame({
  name,
  label,
  hint,
  asTitle,
  optional,
  error,
  group,
  children,
}: FieldFrameProps) {
  const { form } = useWords()
  const words = optional ? fillIn(form.optional, { label }) : label
  const style = asTitle ? '' : 'text-lead font-bold'
  const Frame = group ? 'fieldset' : 'div'
  return (
    <Frame
      className={`min-w-0 ${error ? 'border-l-5 border-stop pl-4' : ''}`}
      aria-describedby={group ? describedBy({ name, hint, error }) : undefined}
    >
      {group ? (
        <legend className={style}>{asTitle ? <h1>{words}</h1> : words}</legend>
      ) : (
        <Label name={name} words={words} style={style} asTitle={asTitle} />
      )}
      {hint && (
        <div id={`${name}-hint`} className="max-w-read text-ink-soft">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${name}-error`} className="font-bold text-stop">
          <span className="sr-only">{form.error}</span>
          {error}
        </p>
      )}
      {children}
    </Frame>
  )
}

type LabelProps = { name: string; words: string; style: string; asTitle: boolean | undefined }

function Label({ name, words, style, asTitle }: LabelProps) {
  const label = (
    <label htmlFor={name} className={`block ${style}`}>
      {words}
    </label>
  )
  return asTitle ? <h1>{label}</h1> : label
}

/** The look of everything that is typed into. */
export const INPUT_LOOK =
  'mt-1.5 block min-h-target rounded-small border-2 border-ink bg-paper px-3 py-1.5 aria-invalid:border-stop max-sm:large:px-1.5'
