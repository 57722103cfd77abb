'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { askToConfirmEmail, readEmailAddress, removeEmail } from '@/lib/identity'
import { service } from '../../_service'
import { clientAddress } from '../../_session/client-address'
import { guardedAction, guardedSubmit, textOf, typedValues } from '../../_session/guarded-action'
import { keepPendingEmail } from '../../_session/pending-email'
import { requireResident } from '../../_session/viewer'

/** Sends a code to the address that was typed. */
export const sendEmailCode = guardedAction('send a code by e-mail', async form => {
  const viewer = await requireResident({ back: '/account/email' })
  const [t, tSignIn, tAccount] = await Promise.all([
    getTranslations('account.changeEmail.failure'),
    getTranslations('sign-in.failure'),
    getTranslations('account'),
  ])
  const email = readEmailAddress(textOf({ form, field: 'email' }))
  if (!email.ok) {
    return { errors: [{ field: 'email', message: t(email.failure) }], values: typedValues(form) }
  }
  const [language, address] = await Promise.all([getLocale(), clientAddress()])
  const asked = await askToConfirmEmail({ viewer, email: email.value, language, address }, service())
  if (asked.ok) {
    await keepPendingEmail(email.value)
    redirect('/account/email/code')
  }
  const minutes = Math.max(1, Math.ceil(Number(asked.details.retryAfterSeconds) / 60))
  const message =
    asked.failure === 'too-many' ? tSignIn('too-many', { minutes }) : tAccount('notWhileAssisted')
  return { errors: [{ field: 'email', message }], values: typedValues(form) }
})

/** Forgets the e-mail address. */
export const forgetEmail = guardedSubmit('forget the e-mail address of a resident', async () => {
  const viewer = await requireResident({ back: '/account/email' })
  await removeEmail({ viewer }, service())
  redirect('/account?done=email-removed')
})
