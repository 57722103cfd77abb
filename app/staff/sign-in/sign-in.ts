'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findFirstStep, signInStaff } from '@/lib/identity'
import { signInWrittenDown } from '@/lib/platform/security-log'
import { service } from '../../_service'
import { enter } from '../../_session/enter'
import { addressOfStep, nextStepOf } from '../../_session/first-step'
import { guardedAction, textOf, typedValues } from '../../_session/guarded-action'
import { placeOfSignIn } from '../../_session/known-device'
import { minutesOfPause } from '../_factor/minutes-of-pause'

const words = {
  'wrong-name-or-password': 'wrong',
  'initial-password-expired': 'initialPasswordExpired',
  paused: 'paused',
} as const

/** Checks name and password and leads to the second step; whoever was signed in here is no more. */
export const signIn = guardedAction('sign a member of staff in', async form => {
  const t = await getTranslations('staff.signIn')
  const signInName = textOf({ form, field: 'name' })
  const password = textOf({ form, field: 'password' })
  const missing = [
    ...(signInName.trim() ? [] : [{ field: 'name', message: t('nameMissing') }]),
    ...(password ? [] : [{ field: 'password', message: t('passwordMissing') }]),
  ]
  if (missing.length > 0) return { errors: missing, values: typedValues(form) }
  const signedIn = signInWrittenDown(
    await signInStaff({ signInName, password, place: await placeOfSignIn() }, service()),
    { by: 'password' },
  )
  if (!signedIn.ok) {
    const minutes = signedIn.failure === 'paused' ? await minutesOfPause(signedIn) : 0
    const message = t(words[signedIn.failure], { minutes })
    return { errors: [{ field: 'name', message }], values: typedValues(form) }
  }
  const { secret } = signedIn.value
  await enter(secret)
  const firstStep = await findFirstStep(secret, service())
  const back = textOf({ form, field: 'back' })
  redirect(firstStep ? addressOfStep(nextStepOf(firstStep), { back }) : '/staff/sign-in')
})
