'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { answerExport, LONGEST_EXPORT_REASON } from '@/lib/audit'
import { service } from '../../../_service'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { auditPages } from '../_room/addresses'

/** Allows or declines somebody else's export, with the reason. */
export const answer = guardedAction(
  { doing: 'answer a request for an export', keeps: 'answer-export' },
  async form => {
    const viewer = await requireStaff({ back: auditPages.exports })
    const t = await getTranslations('oversight.failure')
    const outcome = textOf({ form, field: 'outcome' })
    const [id, note] = [textOf({ form, field: 'export' }), textOf({ form, field: 'note' })]
    if (outcome !== 'allowed' && outcome !== 'declined') {
      const errors = [{ field: 'outcome', message: t('choose') }]
      if (note.trim() === '') errors.push({ field: 'note', message: t('text-missing') })
      return { errors, values: typedValues(form) }
    }
    const answered = await answerExport({ viewer, id, outcome, note }, service())
    if (answered.ok) redirect(`${auditPages.exports}?done=answered`)
    const message = t(answered.failure, { maximumLength: LONGEST_EXPORT_REASON })
    return { errors: [{ field: 'note', message }], values: typedValues(form) }
  },
)
