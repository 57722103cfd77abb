'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { askForOwnPhoneChange } from '@/lib/identity'
import { service } from '../../_service'
import { clientAddress } from '../../_session/client-address'
import { guardedAction, typedValues } from '../../_session/guarded-action'
import { requireResident } from '../../_session/viewer'
import { readPhoneOfForm } from '../../sign-in/send-to-phone'

/** Sends the codes of a change of phone; whether somebody else has the new number is not told before them. */
export const askForChange = guardedAction('ask for a change of phone', async form => {
  const viewer = await requireResident({ back: '/account/phone' })
  const phone = await readPhoneOfForm(form)
  if (!phone.ok) return phone.problem
  const [language, address] = await Promise.all([getLocale(), clientAddress()])
  const asked = await askForOwnPhoneChange({ viewer, newPhone: phone.value, language, address }, service())
  if (asked.ok) redirect('/account/phone/codes')
  const [t, tSignIn, tAccount] = await Promise.all([
    getTranslations('account.changePhone.failure'),
    getTranslations('sign-in.failure'),
    getTranslations('account'),
  ])
  const minutes = Math.max(1, Math.ceil(Number(asked.details.retryAfterSeconds) / 60))
  const words = {
    'same-phone': t('same-phone'),
    'too-many': tSignIn('too-many', { minutes }),
    'not-while-assisted': tAccount('notWhileAssisted'),
  }
  return { errors: [{ field: 'phone', message: words[asked.failure] }], values: typedValues(form) }
})
