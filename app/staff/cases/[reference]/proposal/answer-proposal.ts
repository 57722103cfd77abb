'use server'

import { redirect } from 'next/navigation'
import { confirmRejection, returnProposal } from '@/lib/decisions'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { again, caseOfForm, readTexts, refused } from '../../_case/case-of-form'

/** Confirms a proposed rejection, or returns it with a note; anything but a clear yes returns nothing and confirms nothing. */
export const answerProposal = guardedAction(
  { doing: 'answer a proposed rejection', keeps: 'answer-proposal' },
  async form => {
    const { reference, viewer } = await caseOfForm(form, 'proposal')
    const { texts, errors } = await readTexts(form, ['note'])
    if (errors.length > 0) return again(form, errors)
    const confirms = textOf({ form, field: 'answer' }) === 'confirm'
    const answered = confirms
      ? await confirmRejection({ reference, viewer }, service())
      : await returnProposal({ reference, viewer, note: texts.note }, service())
    if (!answered.ok) {
      return refused({ form, failed: answered, viewer, reference, fields: { 'note-missing': 'note' } })
    }
    redirect(caseAddress({ reference, done: confirms ? 'rejection-confirmed' : 'proposal-returned' }))
  },
)
