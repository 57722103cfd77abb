'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { removeAttachment } from '@/lib/attachments'
import { applicationAddress } from '../../_parts/addresses'

/** Takes a file back before the answer is sent. */
export const remove = guardedAction('remove an attachment', async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference, page: 'documents' }) })
  const attachmentId = textOf({ form, field: 'attachment' })
  const removed = await removeAttachment({ reference, viewer, attachmentId }, service())
  if (removed.ok) redirect(`${applicationAddress({ reference, page: 'documents' })}?done=removed`)
  const t = await getTranslations('applications.documents.failure')
  return { errors: [{ field: '', message: t(removed.failure) }], values: {} }
})
