'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/form-state'
import { readCertificateNumber, readCheckCode, tokenFromLink } from '@/lib/certificates'
import { findAsked, type Question, takeVerification } from '@/lib/verification'
import { service } from '../_service'
import { clientAddress } from '../_session/client-address'
import { guardedAction, textOf, typedValues } from '../_session/guarded-action'

/** Looks up the number and check code that were typed, and leads to the same answer that the QR code has. */
export const verifyNumber = guardedAction('verify a number', async form => {
  const t = await getTranslations('verify.form')
  const number = textOf({ form, field: 'number' })
  const checkCode = textOf({ form, field: 'check' })
  const errors = [
    { field: 'number', message: t('missing.number'), isRead: readCertificateNumber(number).ok },
    { field: 'check', message: t('missing.checkCode'), isRead: readCheckCode(checkCode).ok },
  ].filter(({ isRead }) => !isRead)
  if (errors.length > 0) return failedForm(errors, form)
  const question: Question = { number, checkCode }
  const taken = await takeVerification({ question, address: await clientAddress() }, service())
  if (!taken.ok) {
    const minutes = Math.ceil(Number(taken.details.retryAfterSeconds) / 60)
    return failedForm([{ field: '', message: t('tooMany', { minutes }) }], form)
  }
  const found = await findAsked(question, service())
  if (!found.ok) return failedForm([{ field: 'number', message: t('notFound') }], form)
  redirect(`/v/${found.value.certificate.token}?by=number`)
})

/** Opens the answer of a link that was pasted; the answer page itself says what is wrong with it, if anything. */
export const verifyLink = guardedAction('verify a link', async form => {
  const t = await getTranslations('verify.form')
  const token = tokenFromLink(textOf({ form, field: 'link' }).slice(0, 4_000))
  if (!/^[\w-]{1,2000}$/.test(token)) return failedForm([{ field: 'link', message: t('missing.link') }], form)
  redirect(`/v/${token}`)
})

function failedForm(errors: { field: string; message: string }[], form: FormData): FormState {
  return { errors: errors.map(({ field, message }) => ({ field, message })), values: typedValues(form) }
}
