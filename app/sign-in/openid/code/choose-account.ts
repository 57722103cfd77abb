'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { type FirstSignInFailure, firstChoices, readOneTimeCode, signInFirstTime } from '@/lib/identity'
import { signInWrittenDown } from '@/lib/platform/security-log'
import { service } from '../../../_service'
import { enter } from '../../../_session/enter'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { forgetOpenidPerson, openidPerson } from '../../../_session/openid-steps'
import { forgetPendingPhone, pendingPhone } from '../../../_session/pending-phone'
import { destination } from '../../addresses'

/** Lets in whoever proved their phone, to the account that they asked for; nothing is merged without their word. */
export const chooseAccount = guardedAction('choose an account for an identity', async form => {
  const [identity, phone] = await Promise.all([openidPerson(), pendingPhone()])
  if (!identity || !phone) redirect('/sign-in')
  const [t, tChoice, language] = await Promise.all([
    getTranslations('sign-in.failure'),
    getTranslations('sign-in.openid.failure'),
    getLocale(),
  ])
  const choice = firstChoices.find(word => word === textOf({ form, field: 'choice' }))
  const code = readOneTimeCode(textOf({ form, field: 'code' }))
  const errors = [
    ...(choice ? [] : [{ field: 'choice', message: tChoice('no-choice') }]),
    ...(code.ok ? [] : [{ field: 'code', message: t(code.failure) }]),
  ]
  if (!choice || !code.ok) return { errors, values: typedValues(form) }
  const signedIn = signInWrittenDown(
    await signInFirstTime({ identity, phone, code: code.value, choice, language }, service()),
    { by: 'openid' },
  )
  if (signedIn.ok) {
    await enter(signedIn.value.secret)
    await forgetOpenidPerson()
    await forgetPendingPhone()
    redirect(destination(textOf({ form, field: 'back' })))
  }
  const { failure, details } = signedIn
  const message = aboutChoice(failure)
    ? tChoice(failure)
    : t(failure, { triesLeft: Number(details.triesLeft) })
  return { errors: [{ field: aboutChoice(failure) ? 'choice' : 'code', message }], values: typedValues(form) }
})

type AboutChoice = 'phone-has-account' | 'phone-has-none' | 'opens-another-account' | 'has-another-link'

function aboutChoice(failure: FirstSignInFailure): failure is AboutChoice {
  return ['phone-has-account', 'phone-has-none', 'opens-another-account', 'has-another-link'].includes(
    failure,
  )
}
