'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { rateCase, readStep } from '@/lib/ratings'
import { applicationAddress } from '../../_parts/addresses'

/** Rates a decided case, once. */
export const rate = guardedAction({ doing: 'rate the service', keeps: 'rating' }, async form => {
  const reference = textOf({ form, field: 'reference', longest: 40 })
  const address = applicationAddress({ reference, page: 'rating' })
  const viewer = await requireResident({ back: address })
  const t = await getTranslations('rating.failure')
  const step = readStep(textOf({ form, field: 'step' }))
  if (!step) return { errors: [{ field: 'step', message: t('step-missing') }], values: typedValues(form) }
  const rated = await rateCase(
    { reference, viewer, step, words: textOf({ form, field: 'words' }) },
    service(),
  )
  if (rated.ok) redirect(address)
  const { failure, details } = rated
  const isAboutCase = failure === 'case-not-found' || failure === 'not-decided' || failure === 'already-rated'
  const message = t(failure, { maximumLength: Number(details.maximumLength ?? 0) })
  return { errors: [{ field: isAboutCase ? '' : 'words', message }], values: typedValues(form) }
})
