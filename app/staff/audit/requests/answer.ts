'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { answerRequest, LONGEST_REQUEST } from '@/lib/privacy'
import { service } from '../../../_service'
import { guardedAction, textOf, typedValues } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { auditPages } from '../_room/addresses'

/** Answers what a resident asked about their data. */
export const answer = guardedAction(
  { doing: 'answer a request about personal data', keeps: 'answer-data-request' },
  async form => {
    const viewer = await requireStaff({ back: auditPages.requests })
    const [requestId, text] = [textOf({ form, field: 'request' }), textOf({ form, field: 'answer' })]
    const answered = await answerRequest({ viewer, requestId, answer: text }, service())
    if (answered.ok) redirect(`${auditPages.requests}?done=answered`)
    const t = await getTranslations('oversight.failure')
    const message = t(answered.failure, { maximumLength: LONGEST_REQUEST })
    return { errors: [{ field: 'answer', message }], values: typedValues(form) }
  },
)
