'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { askOtherParentAgain } from '@/lib/applications'
import { applicationAddress } from '../_parts/addresses'

/** Sends the other parent the link again, for whoever lost the first message. */
export const askAgain = guardedAction('ask the other parent again', async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference }) })
  const asked = await askOtherParentAgain({ reference, viewer }, service())
  if (asked.ok) redirect(`${applicationAddress({ reference })}?asked=again`)
  const t = await getTranslations('applications.otherParent.failure')
  const message = t(asked.failure, { minutes: Number(asked.details.minutes ?? 0) })
  return { errors: [{ field: '', message }], values: {} }
})
