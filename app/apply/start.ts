'use server'

import { redirect } from 'next/navigation'
import { questionNames, removeDraft, startDraft } from '@/lib/applications'
import { service } from '../_service'
import { guardedSubmit, textOf } from '../_session/guarded-action'
import { requireResident } from '../_session/viewer'
import { applyAddress } from './_parts/addresses'

/** Starts a draft and opens its first question; what is filled in from last time is walked through, not skipped. */
export const start = guardedSubmit('start a draft', async () => {
  const viewer = await requireResident({ back: '/apply' })
  const started = await startDraft({ viewer }, service())
  if (!started.ok) redirect('/apply?because=full')
  const [step] = questionNames
  redirect(applyAddress({ ...started.value, ...(step ? { step } : {}) }))
})

/** Throws a draft away; one that is gone already is gone. */
export const remove = guardedSubmit('remove a draft', async form => {
  const viewer = await requireResident({ back: '/apply' })
  await removeDraft({ viewer, draftId: textOf({ form, field: 'draft' }) }, service())
  redirect('/apply?done=removed')
})
