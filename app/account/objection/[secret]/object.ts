'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { objectToPhoneChange } from '@/lib/identity'
import { service } from '../../../_service'
import { guardedAction, textOf } from '../../../_session/guarded-action'

/** Freezes the account for whoever holds the old number's link; afterwards the page says so. */
export const object = guardedAction('object to a change of phone', async form => {
  const secret = textOf({ form, field: 'secret', longest: 100 })
  const objected = await objectToPhoneChange({ secret }, service())
  if (objected.ok) redirect(`/account/objection/${encodeURIComponent(secret)}`)
  const t = await getTranslations('account.objection')
  const problem = objected.failure === 'too-late' ? t('too-late.title') : t('unknown.title')
  return { errors: [{ field: '', message: problem }], values: {} }
})
