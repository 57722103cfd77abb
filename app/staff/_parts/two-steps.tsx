'use client'

import type { ReactNode } from 'react'
import { useFieldState } from '@/components/form-state'
import { secondSteps } from '@/components/second-steps'

type TwoStepsProps = {
  /** Names of all fields, which the second step carries along. */
  fields: readonly string[]
  /** First step: the fields and a button named `step` with the value `preview`. */
  write: ReactNode
  /** Second step: what the applicant will read, and buttons named `step`: `send`, `write`. */
  preview: ReactNode
}

/**
 * A form in two steps, which works without scripts: the server's answer to the first says whether the second
 * may come. What is previewed is exactly what is sent, since the second step has nothing to type.
 */
export function TwoSteps({ fields, write, preview }: TwoStepsProps) {
  const step = useFieldState('step').value
  if (!secondSteps.has(step)) return write
  return (
    <>
      {fields.map(name => (
        <Carried key={name} name={name} />
      ))}
      {preview}
    </>
  )
}

function Carried({ name }: { name: string }) {
  const { value } = useFieldState(name)
  return value === undefined ? null : <input type="hidden" name={name} value={value} />
}

/** What was typed into a field, as it will stand in the notice. */
export function Typed({ name }: { name: string }) {
  const { value } = useFieldState(name)
  return <span className="whitespace-pre-line">{value?.trim()}</span>
}

/** Shown only where a field was filled or ticked. */
export function WhereTyped({ name, children }: { name: string; children: ReactNode }) {
  const { value } = useFieldState(name)
  return value?.trim() ? children : null
}

/** What belongs to the value that was chosen in a field. */
export function ForChoice({ name, of }: { name: string; of: Readonly<Record<string, ReactNode>> }) {
  const { value = '' } = useFieldState(name)
  return Object.hasOwn(of, value) ? of[value] : null
}
