'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { type AnswerMandateFailure, answerMandate } from '@/lib/applications'
import { applicationAddress } from '../../_parts/addresses'

const fields: Record<AnswerMandateFailure, string> = {
  'answer-missing': 'answer',
  'id-ending-missing': 'idEnding',
  'id-ending-differs': 'idEnding',
  paused: 'idEnding',
  'no-request': '',
}

/** The applicant's own yes or no; either way the application is theirs to see from then on. */
export const answer = guardedAction('answer about a mandate', async form => {
  const reference = textOf({ form, field: 'reference' })
  const viewer = await requireResident({ back: applicationAddress({ reference, page: 'mandate' }) })
  const [chosen, idEnding] = [textOf({ form, field: 'answer' }), textOf({ form, field: 'idEnding' })]
  const answered = await answerMandate({ reference, viewer, answer: chosen, idEnding }, service())
  if (answered.ok) {
    const denied = chosen === 'deny' && answered.value.isRegistered
    redirect(
      denied ? applicationAddress({ reference, page: 'complaint' }) : applicationAddress({ reference }),
    )
  }
  const t = await getTranslations('mandate.failure')
  const seconds = Number(answered.details.retryAfterSeconds ?? 0)
  const message = t(answered.failure, { minutes: Math.max(1, Math.ceil(seconds / 60)) })
  return { errors: [{ field: fields[answered.failure], message }], values: typedValues(form) }
})
