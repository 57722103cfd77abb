'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { withdrawApplication } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'

/** Takes an application back. If the office was faster, a sentence says so and nothing changes. */
export const withdraw = guardedAction('withdraw an application', async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference, page: 'withdraw' }) })
  const withdrawn = await withdrawApplication({ reference, viewer }, service())
  if (withdrawn.ok) redirect(applicationAddress({ reference }))
  const t = await getTranslations('applications.withdraw.failure')
  return { errors: [{ field: '', message: t(withdrawn.failure) }], values: {} }
})
