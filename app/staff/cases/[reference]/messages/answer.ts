'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { answerMessages, type OfficeMessageFailure, settleMessages } from '@/lib/messages'
import { service } from '../../../../_service'
import { guardedAction, textOf, typedValues } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { caseOfForm } from '../../_case/case-of-form'

/** Sends the applicant a message, which answers what waits. */
export const answer = guardedAction({ doing: 'answer a message', keeps: 'answer-message' }, async form => {
  const { reference, viewer } = await caseOfForm(form, 'messages')
  const text = textOf({ form, field: 'text' })
  const answered = await answerMessages({ reference, viewer, text }, service())
  if (answered.ok) redirect(`${caseAddress({ reference, page: 'messages' })}?done=sent`)
  return refused(form, answered)
})

/** Notes that what the applicant wrote needs no answer. */
export const settle = guardedAction('settle a message', async form => {
  const { reference, viewer } = await caseOfForm(form, 'messages')
  const settled = await settleMessages({ reference, viewer }, service())
  if (settled.ok) redirect(`${caseAddress({ reference, page: 'messages' })}?done=settled`)
  return refused(form, settled)
})

const aboutTheText = new Set<OfficeMessageFailure>([
  'text-missing',
  'not-text',
  'forbidden-character',
  'too-long',
])

async function refused(
  form: FormData,
  { failure, details }: { failure: OfficeMessageFailure; details: Record<string, unknown> },
) {
  const t = await getTranslations('correspondence.staff.failure')
  const message = t(failure, { maximumLength: Number(details.maximumLength ?? 0) })
  const field = aboutTheText.has(failure) ? 'text' : ''
  return { errors: [{ field, message }], values: typedValues(form) }
}
