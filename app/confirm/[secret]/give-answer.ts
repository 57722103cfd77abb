'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import type { FormState } from '@/components/form-state'
import { confirmOtherParent } from '@/lib/applications'
import { readOneTimeCode } from '@/lib/identity'

/** The other parent's own yes or no; afterwards the page says what was answered. */
export const giveAnswer = guardedAction('answer for the other parent', async (form): Promise<FormState> => {
  const secret = textOf({ form, field: 'secret' })
  const chosen = textOf({ form, field: 'answer' })
  const [t, tCode] = await Promise.all([
    getTranslations('confirm.failure'),
    getTranslations('sign-in.failure'),
  ])
  const answer = chosen === 'confirm' || chosen === 'object' ? chosen : null
  const code = readOneTimeCode(textOf({ form, field: 'code' }))
  const errors = [
    ...(answer ? [] : [{ field: 'answer', message: t('no-answer') }]),
    ...(code.ok ? [] : [{ field: 'code', message: tCode(code.failure) }]),
  ]
  if (!answer || !code.ok) return { errors, values: typedValues(form) }
  const given = await confirmOtherParent({ secret, code: code.value, answer }, service())
  if (given.ok) redirect(`/confirm/${encodeURIComponent(secret)}`)
  const message = t(given.failure, { triesLeft: Number(given.details.triesLeft ?? 0) })
  return { errors: [{ field: fieldOf(given.failure), message }], values: typedValues(form) }
})

function fieldOf(failure: string): string {
  return ['wrong-code', 'expired', 'no-code', 'used-up'].includes(failure) ? 'code' : ''
}
