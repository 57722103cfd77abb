'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type AnswerComplaintFailure, answerComplaint, complaintOutcomes } from '@/lib/complaints'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { caseAddress, oneOf } from '../../../_parts/addresses'
import { again, atStep, caseOfForm, readTexts, stepOf } from '../../_case/case-of-form'

/** Previews the answer to a complaint, and sends what was previewed. */
export const answer = guardedAction(
  { doing: 'answer a complaint', keeps: 'answer-complaint' },
  async form => {
    const { reference, viewer } = await caseOfForm(form, 'complaint')
    const step = stepOf(form)
    if (step === 'write') return atStep(form, 'write')
    const t = await getTranslations('complaints.staff')
    const { texts, errors } = await readTexts(form, ['answer'])
    const outcome = oneOf(complaintOutcomes, textOf({ form, field: 'outcome' }))
    if (!outcome) errors.unshift({ field: 'outcome', message: t('outcomeMissing') })
    if (textOf({ form, field: 'answer' }).trim() === '') {
      errors.push({ field: 'answer', message: t('failure.answer-missing') })
    }
    if (!outcome || errors.length > 0) return again(form, errors)
    if (step === 'preview') return atStep(form, 'preview')
    const answered = await answerComplaint({ reference, viewer, outcome, answer: texts.answer }, service())
    if (answered.ok) redirect(`${caseAddress({ reference, page: 'complaint' })}?done=answered`)
    return again(form, [{ field: '', message: await sayWhyNot(answered) }])
  },
)

async function sayWhyNot({
  failure,
  details,
}: {
  failure: AnswerComplaintFailure
  details: Record<string, unknown>
}): Promise<string> {
  const t = await getTranslations('complaints.staff')
  switch (failure) {
    case 'already-answered':
    case 'needs-supervisor':
    case 'waits-for-the-office':
    case 'went-to-the-county':
    case 'about-yourself':
      return t(`whyNot.${failure}`)
    default:
      return t(`failure.${failure}`, { maximumLength: Number(details.maximumLength ?? 0) })
  }
}
