'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { askPrincipalAgain } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'

/** Sends the applicant the message once more, or to the right number after a slip of the hand. */
export const askAgain = guardedAction('ask the applicant again', async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference }) })
  const phone = textOf({ form, field: 'principalPhone', longest: 100 })
  const asked = await askPrincipalAgain({ reference, viewer, phone }, service())
  if (asked.ok) redirect(`${applicationAddress({ reference })}?asked=principal`)
  const t = await getTranslations('mandate.again.failure')
  const message = t(asked.failure, { minutes: Number(asked.details.minutes ?? 0) })
  const field = asked.failure.startsWith('phone-') ? 'principalPhone' : ''
  return { errors: [{ field, message }], values: typedValues(form) }
})
