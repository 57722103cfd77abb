'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type AnswerRatingFailure, answerRating } from '@/lib/ratings'
import { service } from '../../../../_service'
import { guardedAction, textOf, typedValues } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { caseOfForm } from '../../_case/case-of-form'

const aboutTheAnswer = new Set<AnswerRatingFailure>([
  'answer-missing',
  'not-text',
  'forbidden-character',
  'too-long',
])

/** Answers a low rating, once. */
export const answer = guardedAction({ doing: 'answer a rating', keeps: 'answer-rating' }, async form => {
  const { reference, viewer } = await caseOfForm(form, 'rating')
  const answered = await answerRating(
    { reference, viewer, answer: textOf({ form, field: 'answer' }) },
    service(),
  )
  if (answered.ok) redirect(`${caseAddress({ reference, page: 'rating' })}?done=answered`)
  const t = await getTranslations('rating.staff.failure')
  const message = t(answered.failure, { maximumLength: Number(answered.details.maximumLength ?? 0) })
  const field = aboutTheAnswer.has(answered.failure) ? 'answer' : ''
  return { errors: [{ field, message }], values: typedValues(form) }
})
