'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import type { FormState } from '@/components/form-state'
import { endShare, shareStatus } from '@/lib/applications'
import { environment } from '@/lib/platform/env'
import { applicationAddress } from '../../_parts/addresses'

/** Makes a link for the family. The page shows it in the answer, this once. */
export const share = guardedAction('share a status', async (form): Promise<FormState> => {
  const { reference, viewer } = await residentOf(form)
  const shared = await shareStatus({ reference, viewer }, service())
  if (shared.ok) {
    revalidatePath(applicationAddress({ reference, page: 'share' }))
    const link = new URL(`/shared/${shared.value.secret}`, environment().PUBLIC_URL)
    return { errors: [], values: { link: link.href } }
  }
  const t = await getTranslations('share.failure')
  const most = Number(shared.details.most ?? 0)
  return { errors: [{ field: '', message: t(shared.failure, { most }) }], values: {} }
})

/** Ends a link of the resident's. */
export const end = guardedAction('end a shared status', async form => {
  const { reference, viewer } = await residentOf(form)
  const ended = await endShare({ id: textOf({ form, field: 'share' }), viewer }, service())
  if (ended.ok) redirect(`${applicationAddress({ reference, page: 'share' })}?ended=yes`)
  const t = await getTranslations('share.failure')
  return { errors: [{ field: '', message: t(ended.failure) }], values: {} }
})

async function residentOf(form: FormData) {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference, page: 'share' }) })
  return { reference, viewer }
}
