'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { applyAddress } from '@/app/apply/_parts/addresses'
import { draftFrom } from '@/lib/applications'
import { applicationAddress } from '../_parts/addresses'

/** One click makes a new draft of an application that ended; a second click leads to the same draft. */
export const applyAgain = guardedAction('make a draft of an ended application', async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference }) })
  const made = await draftFrom({ reference, viewer }, service())
  if (made.ok) redirect(applyAddress(made.value))
  const t = await getTranslations('applications.outcome.againFailure')
  const message = t(made.failure, { most: Number(made.details.most ?? 0) })
  return { errors: [{ field: '', message }], values: {} }
})
