'use server'

import { redirect } from 'next/navigation'
import { guardedAction, textOf } from '../../_session/guarded-action'
import { openidPerson } from '../../_session/openid-steps'
import { keepPendingPhone, pendingPhone } from '../../_session/pending-phone'
import { codeAddress } from '../addresses'
import { readPhoneOfForm, sayNotSent, sendTo } from '../send-to-phone'

/** Sends a code to the phone that the person says is theirs; whether it has an account is not told before it. */
export const sendLinkCode = guardedAction('send a code to link an identity', async form => {
  if (!(await openidPerson())) redirect('/sign-in')
  const phone = await readPhoneOfForm(form)
  if (!phone.ok) return phone.problem
  const sent = await sendTo({ purpose: 'link-openid', phone: phone.value })
  if (!sent.ok && sent.failure === 'too-many') return sayNotSent({ sent, field: 'phone', form })
  await keepPendingPhone(phone.value)
  redirect(next(form, sent.ok ? 'now' : 'before'))
})

/** Sends another code to the same phone, a minute after the last at the earliest. */
export const sendLinkCodeAgain = guardedAction('send a code to link an identity again', async form => {
  const [person, phone] = await Promise.all([openidPerson(), pendingPhone()])
  if (!person || !phone) redirect('/sign-in')
  const sent = await sendTo({ purpose: 'link-openid', phone })
  if (!sent.ok) return sayNotSent({ sent, field: '', form })
  redirect(next(form, 'again'))
})

function next(form: FormData, sent: 'now' | 'before' | 'again'): string {
  return codeAddress({ back: textOf({ form, field: 'back' }), sent, page: '/sign-in/openid/code' })
}
