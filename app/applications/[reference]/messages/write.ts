'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { writeToOffice } from '@/lib/messages'
import { applicationAddress } from '../../_parts/addresses'

/** Sends a message to the office. Sent twice by a nervous finger, it is one message. */
export const write = guardedAction({ doing: 'write to the office', keeps: 'message' }, async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference, page: 'messages' }) })
  const written = await writeToOffice({ reference, viewer, text: textOf({ form, field: 'text' }) }, service())
  if (written.ok) redirect(`${applicationAddress({ reference, page: 'messages' })}?sent=yes`)
  const t = await getTranslations('correspondence.failure')
  const { failure, details } = written
  const field = failure === 'case-not-found' || failure === 'too-many' ? '' : 'text'
  const message = t(failure, {
    maximumLength: Number(details.maximumLength ?? 0),
    most: Number(details.most ?? 0),
  })
  return { errors: [{ field, message }], values: typedValues(form) }
})
