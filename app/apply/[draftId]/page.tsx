import { redirect } from 'next/navigation'
import { firstUnanswered } from '@/lib/applications'
import { loadDraft, stepAddress } from '../_parts/load-draft'

/** What the person wants here: to go on where they stopped, on whichever phone. */
export default async function DraftPage({ params }: PageProps<'/apply/[draftId]'>) {
  const { draftId } = await params
  const { draft, context } = await loadDraft(draftId)
  redirect(stepAddress({ draftId, step: firstUnanswered({ answers: draft.answers, context }) }))
}
