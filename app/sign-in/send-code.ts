'use server'

import { redirect } from 'next/navigation'
import { guardedAction, textOf } from '../_session/guarded-action'
import { keepPendingPhone, pendingPhone } from '../_session/pending-phone'
import { codeAddress } from './addresses'
import { readPhoneOfForm, sayNotSent, sendTo } from './send-to-phone'

/** Sends a code to the phone that was typed. Known and unknown phones get the same answer. */
export const sendCode = guardedAction('send a sign-in code', async form => {
  const phone = await readPhoneOfForm(form)
  if (!phone.ok) return phone.problem
  const sent = await sendTo({ purpose: 'sign-in', phone: phone.value })
  if (!sent.ok && sent.failure === 'too-many') return sayNotSent({ sent, field: 'phone', form })
  await keepPendingPhone(phone.value)
  // Too soon: a code went out less than a minute ago and still counts.
  redirect(codeAddress({ back: textOf({ form, field: 'back' }), sent: sent.ok ? 'now' : 'before' }))
})

/** Sends another code to the same phone, a minute after the last at the earliest. */
export const sendCodeAgain = guardedAction('send a sign-in code again', async form => {
  const phone = await pendingPhone()
  if (!phone) redirect('/sign-in')
  const sent = await sendTo({ purpose: 'sign-in', phone })
  if (!sent.ok) return sayNotSent({ sent, field: '', form })
  redirect(codeAddress({ back: textOf({ form, field: 'back' }), sent: 'again' }))
})
