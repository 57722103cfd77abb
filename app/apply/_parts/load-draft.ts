import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { service } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import {
  type Draft,
  type FormContext,
  findDraft,
  firstUnanswered,
  formContext,
  type QuestionName,
} from '@/lib/applications'
import type { ResidentViewer } from '@/lib/identity'
import { applicationAddress, applyAddress } from './addresses'

export type OpenDraft = { viewer: ResidentViewer; draft: Draft; context: FormContext }

/**
 * The draft of a page or action, with what its rules must know. Somebody else's draft is not found; one that
 * was submitted leads to its application. Asked once a request.
 */
export const loadDraft = cache(async (draftId: string): Promise<OpenDraft> => {
  const viewer = await requireResident({ back: applyAddress({ draftId }) })
  const found = await findDraft({ draftId, viewer }, service())
  if (!found.ok) {
    if (found.failure === 'draft-not-found') notFound()
    redirect(applicationAddress({ reference: String(found.details.reference) }))
  }
  return { viewer, draft: found.value, context: await formContext(service().db, { viewer }) }
})

/** The page of a question, or the one that looks over all answers once nothing is left to ask. */
export function stepAddress({ draftId, step }: { draftId: string; step: QuestionName | null }): string {
  return applyAddress({ draftId, step: step ?? 'check' })
}

/** A draft whose answers are complete; otherwise the first question that still needs one. */
export async function loadAnsweredDraft(draftId: string): Promise<OpenDraft> {
  const open = await loadDraft(draftId)
  const step = firstUnanswered({ answers: open.draft.answers, context: open.context })
  if (step) redirect(applyAddress({ draftId, step }))
  return open
}
