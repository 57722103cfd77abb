'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { askInOwnWords, LONGEST_REQUEST } from '@/lib/privacy'
import { service } from '../../../_service'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { requireResident } from '../../../_session/viewer'
import { dataPages } from '../addresses'

/** Sends a request about one's data in own words; one that waits already is shown and not sent again. */
export const ask = guardedAction({ doing: 'ask about personal data', keeps: 'data-request' }, async form => {
  const viewer = await requireResident({ back: dataPages.other })
  const asked = await askInOwnWords({ viewer, text: textOf({ form, field: 'text' }) }, service())
  if (asked.ok) {
    const { requestId, isAskedBefore } = asked.value
    redirect(`${dataPages.all}?done=${isAskedBefore ? `other-before#request-${requestId}` : 'other'}`)
  }
  const t = await getTranslations('data-rights.other.failure')
  const message = t(asked.failure, { maximumLength: LONGEST_REQUEST })
  return { errors: [{ field: 'text', message }], values: typedValues(form) }
})
