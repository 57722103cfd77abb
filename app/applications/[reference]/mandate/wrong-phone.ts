'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { reportWrongPhone } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'

/** Whoever is not the applicant says so; their number is forgotten and the proxy is asked for the right one. */
export const wrongPhone = guardedAction('report a wrong phone', async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference, page: 'mandate' }) })
  const reported = await reportWrongPhone({ reference, viewer }, service())
  if (reported.ok) redirect('/applications?thanks=wrong-phone')
  const t = await getTranslations('mandate.failure')
  return { errors: [{ field: '', message: t('no-request') }], values: {} }
})
