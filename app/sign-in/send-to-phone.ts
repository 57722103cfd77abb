import { getLocale, getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/form-state'
import { type CodePurpose, readPhoneNumber, sendOneTimeCode } from '@/lib/identity'
import type { Failed } from '@/lib/platform/result'
import { service } from '../_service'
import { clientAddress } from '../_session/client-address'
import { textOf, typedValues } from '../_session/guarded-action'

type PhoneOfForm = { ok: true; value: string } | { ok: false; problem: FormState }

/** The phone that was typed into a form, or what to change about it. */
export async function readPhoneOfForm(form: FormData): Promise<PhoneOfForm> {
  const phone = readPhoneNumber(textOf({ form, field: 'phone' }))
  if (phone.ok) return phone
  const t = await getTranslations('sign-in.failure')
  return { ok: false, problem: formProblem({ field: 'phone', message: t(phone.failure), form }) }
}

/** Sends a code for a purpose, in the reader's language, within the limits of where they are. */
export async function sendTo({ purpose, phone }: { purpose: CodePurpose; phone: string }) {
  const [language, address] = await Promise.all([getLocale(), clientAddress()])
  return sendOneTimeCode({ purpose, phone, language, address }, service())
}

/** Why no code was sent, in a sentence with the time to wait. */
export async function sayNotSent({
  sent: { failure, details },
  field,
  form,
}: {
  sent: Failed<'too-soon' | 'too-many'>
  field: string
  form: FormData
}): Promise<FormState> {
  const t = await getTranslations('sign-in.failure')
  const minutes = Math.max(1, Math.ceil(Number(details.retryAfterSeconds) / 60))
  const message =
    failure === 'too-soon'
      ? t('too-soon', { seconds: Number(details.secondsLeft) })
      : t('too-many', { minutes })
  return formProblem({ field, message, form })
}

function formProblem({
  field,
  message,
  form,
}: {
  field: string
  message: string
  form: FormData
}): FormState {
  return { errors: [{ field, message }], values: typedValues(form) }
}
