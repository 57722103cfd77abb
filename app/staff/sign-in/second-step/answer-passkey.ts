'use server'

import { askForPasskey } from '@/lib/identity'
import { service } from '../../../_service'
import { requireFirstStep } from '../../../_session/first-step'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { enterWork } from './enter-work'

/** The first press asks the browser's device; what it answers signs in. */
export const answerPasskey = guardedAction('show a passkey as second factor', async form => {
  const back = textOf({ form, field: 'back' })
  const firstStep = await requireFirstStep({ back })
  const answer = textOf({ form, field: 'passkeyAnswer' })
  if (answer === '') {
    const passkeyOptions = (await askForPasskey(service().db, firstStep)) ?? ''
    return { errors: [], values: { ...typedValues(form), passkeyOptions } }
  }
  const message = await enterWork({ firstStep, back, shown: { kind: 'passkey', answer } })
  return { errors: [{ field: '', message }], values: typedValues(form) }
})
