'use server'

import { redirect } from 'next/navigation'
import { chooseOwnPassword } from '@/lib/identity'
import { failed } from '@/lib/platform/result'
import { service } from '../../../_service'
import { addressOfStep, nextStepOf, requireFirstStep } from '../../../_session/first-step'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { sayPasswordFailure } from '../../_factor/say-password-failure'

/** Keeps a newcomer's own password and leads to the second factor. */
export const choose = guardedAction('choose an own password', async form => {
  const back = textOf({ form, field: 'back' })
  const firstStep = await requireFirstStep({ back })
  const step = nextStepOf(firstStep)
  if (step !== 'password') redirect(addressOfStep(step, { back }))
  const password = textOf({ form, field: 'newPassword' })
  const again = textOf({ form, field: 'newPasswordAgain' })
  const chosen = password
    ? await chooseOwnPassword({ firstStep, password, again }, service())
    : failed('missing' as const)
  if (!chosen.ok) return { errors: [await sayPasswordFailure(chosen)], values: typedValues(form) }
  redirect(addressOfStep(nextStepOf({ ...firstStep, hasInitialPassword: false }), { back }))
})
