'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findOwnPhoneChange, finishOwnPhoneChange, readOneTimeCode } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { service } from '../../../_service'
import { guardedAction, textOf } from '../../../_session/guarded-action'
import { requireResident } from '../../../_session/viewer'

/** Passes the account to the new phone, with the codes of both, or of the new one alone after the provider's word. */
export const changePhone = guardedAction('change the phone of a resident', async form => {
  const viewer = await requireResident({ back: '/account/phone' })
  const change = await findOwnPhoneChange({ viewer }, service())
  if (!change) redirect('/account/phone')
  const [t, tSignIn] = await Promise.all([
    getTranslations('account.changePhone.failure'),
    getTranslations('sign-in.failure'),
  ])
  const newCode = readOneTimeCode(textOf({ form, field: 'newCode' }))
  const oldCode = change.needsOldPhone ? readOneTimeCode(textOf({ form, field: 'oldCode' })) : null
  const errors = [
    ...(newCode.ok ? [] : [{ field: 'newCode', message: tSignIn(newCode.failure) }]),
    ...(oldCode === null || oldCode.ok ? [] : [{ field: 'oldCode', message: tSignIn(oldCode.failure) }]),
  ]
  if (!newCode.ok || (oldCode && !oldCode.ok)) return { errors, values: {} }
  const changed = await finishOwnPhoneChange(
    {
      viewer,
      newCode: newCode.value,
      oldCode: oldCode?.value ?? null,
      objectionHours: environment().PHONE_OBJECTION_HOURS,
    },
    service(),
  )
  if (changed.ok) redirect('/account?done=phone')
  const { failure, details } = changed
  if (failure === 'phone-in-use' || failure === 'nothing-begun') {
    return { errors: [{ field: 'newCode', message: t(failure) }], values: {} }
  }
  const field = details.which === 'old' ? 'oldCode' : 'newCode'
  const message = tSignIn(failure, { triesLeft: Number(details.triesLeft) })
  return { errors: [{ field, message }], values: {} }
})
