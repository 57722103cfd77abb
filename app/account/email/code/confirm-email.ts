'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { keepConfirmedEmail, readOneTimeCode } from '@/lib/identity'
import { service } from '../../../_service'
import { guardedAction, textOf } from '../../../_session/guarded-action'
import { forgetPendingEmail, pendingEmail } from '../../../_session/pending-email'
import { requireResident } from '../../../_session/viewer'

/** Keeps the address once its code came back. */
export const confirmEmail = guardedAction('confirm the e-mail address of a resident', async form => {
  const viewer = await requireResident({ back: '/account/email' })
  const email = await pendingEmail()
  if (!email) redirect('/account/email')
  const t = await getTranslations('account.changeEmail.codeFailure')
  const code = readOneTimeCode(textOf({ form, field: 'code' }))
  if (!code.ok) return { errors: [{ field: 'code', message: t(code.failure) }], values: {} }
  const kept = await keepConfirmedEmail({ viewer, email, code: code.value }, service())
  if (kept.ok) {
    await forgetPendingEmail()
    redirect('/account?done=email')
  }
  const message = t(kept.failure, { triesLeft: Number(kept.details.triesLeft) })
  return { errors: [{ field: 'code', message }], values: {} }
})
