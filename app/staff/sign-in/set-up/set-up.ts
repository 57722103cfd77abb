'use server'

import { redirect } from 'next/navigation'
import { setUpFirstFactor } from '@/lib/identity'
import { signInWrittenDown } from '@/lib/platform/security-log'
import { service } from '../../../_service'
import { enter } from '../../../_session/enter'
import { addressOfStep, nextStepOf, requireFirstStep } from '../../../_session/first-step'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { placeToRemember } from '../../../_session/known-device'
import { newFactorOfForm } from '../../_factor/new-factor-of-form'
import { sayFactorFailure } from '../../_factor/say-factor-failure'

/** Keeps a newcomer's first factor; the page answers with the recovery codes. */
export const setUp = guardedAction('set up a first second factor', async form => {
  const back = textOf({ form, field: 'back' })
  const firstStep = await requireFirstStep({ back })
  const step = nextStepOf(firstStep)
  if (step !== 'setUp') redirect(addressOfStep(step, { back }))
  const read = await newFactorOfForm({ form, person: firstStep })
  if ('errors' in read) return { errors: read.errors, values: typedValues(form) }
  if ('passkeyOptions' in read) return { errors: [], values: { ...typedValues(form), ...read } }
  const { factor, field } = read
  const kept = signInWrittenDown(
    await setUpFirstFactor({ firstStep, factor, place: await placeToRemember() }, service()),
    { by: 'second-factor', staffId: firstStep.staffId },
  )
  if (!kept.ok) {
    return { errors: [{ field, message: await sayFactorFailure(kept) }], values: typedValues(form) }
  }
  await enter(kept.value.secret)
  return { errors: [], values: { recoveryCodesOnce: kept.value.recoveryCodes.join(' ') } }
})
