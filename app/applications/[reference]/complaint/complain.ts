'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { fileComplaint } from '@/lib/complaints'
import { applicationAddress } from '../../_parts/addresses'

/** Files a complaint. Sent twice, it is one complaint, and the second sending says so. */
export const complain = guardedAction({ doing: 'file a complaint', keeps: 'complaint' }, async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference, page: 'complaint' }) })
  const filed = await fileComplaint({ reference, viewer, text: textOf({ form, field: 'text' }) }, service())
  if (filed.ok) redirect(`${applicationAddress({ reference, page: 'complaint' })}?filed=yes`)
  const t = await getTranslations('complaints.resident.failure')
  const { failure, details } = filed
  const field = failure === 'case-not-found' || failure === 'complaint-open' ? '' : 'text'
  const message = t(failure, { maximumLength: Number(details.maximumLength ?? 0) })
  return { errors: [{ field, message }], values: typedValues(form) }
})
