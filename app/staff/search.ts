'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { searchCases } from '@/lib/supervision'
import { serviceForViewer } from '../_service'
import { guardedAction, textOf, typedValues } from '../_session/guarded-action'
import { requireStaff } from '../_session/viewer'
import { caseAddress } from './_parts/addresses'
import { queueAddress } from './_queue/queue-address'

/** Finds by reference or phone. What was typed is posted, so that no phone number ever stands in an address. */
export const search = guardedAction('search cases', async form => {
  const viewer = await requireStaff()
  const searched = await searchCases({ viewer, typed: textOf({ form, field: 'search' }) }, serviceForViewer())
  if (!searched.ok) {
    const t = await getTranslations('staff.search.failure')
    return { errors: [{ field: 'search', message: t(searched.failure) }], values: typedValues(form) }
  }
  const { references } = searched.value
  const [only, ...others] = references
  redirect(
    only && others.length === 0 ? caseAddress({ reference: only }) : queueAddress({ found: references }),
  )
})
