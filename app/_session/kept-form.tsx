import type { ComponentProps } from 'react'
import { ActionForm } from '@/components/action-form'
import { secondSteps } from '@/components/second-steps'
import { type KeptName, typedBefore } from './typed-before'

type KeptFormProps = Omit<ComponentProps<typeof ActionForm>, 'kept'> & {
  /** The name under which its action keeps what was typed. */
  keeps: KeptName
  /** Path of the page that it stands on. */
  page: string
  /** Which of several such forms of the page it is, by a hidden field of its own. */
  only?: Record<string, string>
}

/** A form that shows again what was sent from it when the session was over. */
export async function KeptForm({ keeps, page, only = {}, ...form }: KeptFormProps) {
  const typed = await typedBefore({ form: keeps, page })
  const isIts = Object.entries(only).every(([field, value]) => typed?.values[field] === value)
  const kept = isIts ? typed : null
  return <ActionForm {...form} kept={kept && { ...kept, values: atFirstStep(kept.values) }} />
}

/** Nobody has looked these words over yet, so the step in which they are only read must wait. */
function atFirstStep({ step, ...values }: Record<string, string>): Record<string, string> {
  return step === undefined || secondSteps.has(step) ? values : { ...values, step }
}
