'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { readOneTimeCode, signInResident } from '@/lib/identity'
import { signInWrittenDown } from '@/lib/platform/security-log'
import { service } from '../../_service'
import { enter } from '../../_session/enter'
import { guardedAction, textOf } from '../../_session/guarded-action'
import { forgetPendingPhone, pendingPhone } from '../../_session/pending-phone'
import { destination } from '../addresses'

/** Signs in with the code that was sent to the phone of the step before. */
export const signIn = guardedAction('sign a resident in', async form => {
  const phone = await pendingPhone()
  if (!phone) redirect('/sign-in')
  const t = await getTranslations('sign-in.failure')
  const code = readOneTimeCode(textOf({ form, field: 'code' }))
  if (!code.ok) return { errors: [{ field: 'code', message: t(code.failure) }], values: {} }
  const language = await getLocale()
  const signedIn = signInWrittenDown(await signInResident({ phone, code: code.value, language }, service()), {
    by: 'phone',
  })
  if (!signedIn.ok) {
    const message = t(signedIn.failure, { triesLeft: Number(signedIn.details.triesLeft) })
    return { errors: [{ field: 'code', message }], values: {} }
  }
  await enter(signedIn.value.secret)
  await forgetPendingPhone()
  redirect(destination(textOf({ form, field: 'back' })))
})
