'use server'

import { redirect } from 'next/navigation'
import { checkProposal, proposeRejection } from '@/lib/decisions'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { again, atStep, caseOfForm, leftEmpty, readTexts, refused, stepOf } from '../../_case/case-of-form'

/** The field that can mend what a proposal lacks. */
const fields = {
  'reason-not-published': 'reason',
  'needs-correction-notice-first': 'reason',
  'needs-hearing': 'hearing',
  'explanation-too-short': 'explanation',
  'evidence-missing': 'evidence',
} as const

/** What cannot be left empty, and what is said if it is. */
const required = {
  reason: 'reason-not-published',
  explanation: 'explanation-too-short',
  evidence: 'evidence-missing',
} as const

/** Previews a proposed rejection as the applicant would read it, and lays it before a supervisor. */
export const propose = guardedAction({ doing: 'propose a rejection', keeps: 'rejection' }, async form => {
  const { reference, viewer } = await caseOfForm(form, 'rejection')
  const step = stepOf(form)
  if (step === 'write') return atStep(form, 'write')
  const { texts, errors } = await readTexts(form, ['explanation', 'evidence', 'hearing'])
  if (errors.length > 0) {
    return again(form, [...errors, ...(await leftEmpty(form, { required, reference, viewer }))])
  }
  const proposal = {
    reference,
    viewer,
    proposed: { reasonCode: textOf({ form, field: 'reason' }), ...texts },
  }
  const judged = await (step === 'send' ? proposeRejection : checkProposal)(proposal, service())
  if (!judged.ok) return refused({ form, failed: judged, viewer, reference, fields })
  if (step === 'preview') return atStep(form, 'preview')
  redirect(caseAddress({ reference, done: 'rejection-proposed' }))
})
