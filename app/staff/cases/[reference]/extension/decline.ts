'use server'

import { redirect } from 'next/navigation'
import { declineExtension } from '@/lib/deadlines'
import { service } from '../../../../_service'
import { guardedAction } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { again, caseOfForm, readTexts, refused } from '../../_case/case-of-form'

/** Declines an officer's request for more time, with a note. */
export const decline = guardedAction(
  { doing: 'decline an extension', keeps: 'decline-extension' },
  async form => {
    const { reference, viewer } = await caseOfForm(form, 'extension')
    const { texts, errors } = await readTexts(form, ['note'])
    if (errors.length > 0) return again(form, errors)
    const declined = await declineExtension({ reference, viewer, note: texts.note }, service())
    if (!declined.ok) {
      return refused({ form, failed: declined, viewer, reference, fields: { 'note-missing': 'note' } })
    }
    redirect(caseAddress({ reference, done: 'extension-declined' }))
  },
)
