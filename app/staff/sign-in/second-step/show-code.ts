'use server'

import { requireFirstStep } from '../../../_session/first-step'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { enterWork } from './enter-work'

/** Signs in with the code of an app, or with a recovery code. */
export const showCode = guardedAction('show the code of a second factor', async form => {
  const back = textOf({ form, field: 'back' })
  const firstStep = await requireFirstStep({ back })
  const field = form.has('recoveryCode') ? 'recoveryCode' : 'code'
  const kind = field === 'code' ? 'code' : 'recovery-code'
  const message = await enterWork({ firstStep, back, shown: { kind, code: textOf({ form, field }) } })
  return { errors: [{ field, message }], values: typedValues(form) }
})
