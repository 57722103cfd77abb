'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { clientAddress } from '@/app/_session/client-address'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { sendConfirmationCode } from '@/lib/applications'

/** Sends the code to the other parent's phone. One that went out a minute ago still counts. */
export const sendCode = guardedAction('send a code to the other parent', async form => {
  const secret = textOf({ form, field: 'secret' })
  const [language, address, t] = await Promise.all([
    getLocale(),
    clientAddress(),
    getTranslations('confirm.failure'),
  ])
  const sent = await sendConfirmationCode({ secret, language, address }, service())
  if (sent.ok || sent.failure === 'too-soon') redirect(`/confirm/${encodeURIComponent(secret)}?sent=yes`)
  return { errors: [{ field: '', message: t(sent.failure) }], values: {} }
})
