'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { keepPreferences } from '@/lib/notifications'
import { isLanguage } from '../../_language/languages'
import { service } from '../../_service'
import { guardedAction, textOf, typedValues } from '../../_session/guarded-action'
import { requireResident } from '../../_session/viewer'

/** Keeps on which ways and in which language the news comes. */
export const savePreferences = guardedAction('keep the preferences of a resident', async form => {
  const viewer = await requireResident({ back: '/account/preferences' })
  const t = await getTranslations('account.preferences.failure')
  const [sms, email, language] = ['sms', 'email', 'language'].map(field => textOf({ form, field }))
  const smsFor = sms === 'everything' || sms === 'needed' ? sms : null
  const emailFor = email === 'everything' ? email : 'nothing'
  const errors = [
    ...(smsFor ? [] : [{ field: 'sms', message: t('choose') }]),
    ...(isLanguage(language) ? [] : [{ field: 'language', message: t('choose') }]),
  ]
  if (!smsFor || !isLanguage(language)) return { errors, values: typedValues(form) }
  const kept = await keepPreferences({ viewer, language, smsFor, emailFor }, service())
  if (kept.ok) redirect('/account?done=preferences')
  return { errors: [{ field: '', message: t(kept.failure) }], values: typedValues(form) }
})
