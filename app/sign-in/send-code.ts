'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/form-state'
import { readPhoneNumber, sendOneTimeCode } from '@/lib/identity'
import { service } from '../_service'
import { clientAddress } from '../_session/client-address'
import { guardedAction, textOf, typedValues } from '../_session/guarded-action'
import { keepPendingPhone, pendingPhone } from '../_session/pending-phone'
import { codeAddress } from './addresses'

/** Sends a code to the phone that was typed. Known and unknown phones get the same answer. */
export const sendCode = guardedAction('send a sign-in code', async form => {
  const t = await getTranslations('sign-in.failure')
  const phone = readPhoneNumber(textOf({ form, field: 'phone' }))
  if (!phone.ok) return problem({ field: 'phone', message: t(phone.failure), form })
  const sent = await send(phone.value)
  if (!sent.ok && sent.failure === 'too-many') {
    return problem({ field: 'phone', message: t('too-many', minutesOf(sent.details)), form })
  }
  await keepPendingPhone(phone.value)
  // Too soon: a code went out less than a minute ago and still counts.
  redirect(codeAddress({ back: textOf({ form, field: 'back' }), sent: sent.ok ? 'now' : 'before' }))
})

/** Sends another code to the same phone, a minute after the last at the earliest. */
export const sendCodeAgain = guardedAction('send a sign-in code again', async form => {
  const phone = await pendingPhone()
  if (!phone) redirect('/sign-in')
  const sent = await send(phone)
  if (sent.ok) redirect(codeAddress({ back: textOf({ form, field: 'back' }), sent: 'again' }))
  const t = await getTranslations('sign-in.failure')
  const message =
    sent.failure === 'too-soon'
      ? t('too-soon', { seconds: Number(sent.details.secondsLeft) })
      : t('too-many', minutesOf(sent.details))
  return problem({ field: '', message, form })
})

async function send(phone: string) {
  const [language, address] = await Promise.all([getLocale(), clientAddress()])
  return sendOneTimeCode({ purpose: 'sign-in', phone, language, address }, service())
}

function minutesOf({ retryAfterSeconds }: Record<string, unknown>): { minutes: number } {
  return { minutes: Math.max(1, Math.ceil(Number(retryAfterSeconds) / 60)) }
}

function problem({ field, message, form }: { field: string; message: string; form: FormData }): FormState {
  return { errors: [{ field, message }], values: typedValues(form) }
}
