'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { withdrawConsent } from '@/lib/privacy'
import { service } from '../../../_service'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { requireResident } from '../../../_session/viewer'
import { dataPages } from '../addresses'

const fields = {
  'case-not-found': 'reference',
  'already-withdrawn': 'reference',
  'say-yes-to-withdraw': 'alsoWithdraw',
  'time-had-run-out': '',
} as const

/** Takes back the consent for sensitive data in one case. */
export const withdraw = guardedAction('take back a consent', async form => {
  const viewer = await requireResident({ back: dataPages.consent })
  const reference = textOf({ form, field: 'reference' })
  const alsoWithdraw = textOf({ form, field: 'alsoWithdraw' }) === 'yes'
  const withdrawn = await withdrawConsent({ viewer, reference, alsoWithdraw }, service())
  if (withdrawn.ok)
    redirect(`${dataPages.all}?done=${withdrawn.value.withdrawn ? 'consent-withdrawn' : 'consent'}`)
  const t = await getTranslations('data-rights.consent.failure')
  const { failure } = withdrawn
  return { errors: [{ field: fields[failure], message: t(failure) }], values: typedValues(form) }
})
