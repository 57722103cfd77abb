'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import { answerHearing } from '@/lib/certificates'
import { certificateAddress } from '../_parts/own-certificate'

/** What the holder says to an intended revocation (陈述申辩), once. */
export const giveAnswer = guardedAction(
  { doing: 'answer an intended revocation', keeps: 'answer-hearing' },
  async form => {
    const number = textOf({ form, field: 'number' })
    const viewer = await requireResident({ back: certificateAddress({ number, page: 'hearing' }) })
    const answer = textOf({ form, field: 'answer' })
    const answered = await answerHearing({ number, viewer, answer }, service())
    if (answered.ok) redirect(certificateAddress({ number }))
    const t = await getTranslations('certificate.hearing.failure')
    const message = t(answered.failure, { maximumLength: Number(answered.details.maximumLength ?? 0) })
    return { errors: [{ field: 'answer', message }], values: typedValues(form) }
  },
)
