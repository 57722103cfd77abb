'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireStaff } from '@/app/_session/viewer'
import type { FormState } from '@/components/form-state'
import {
  type DecideHearingFailure,
  decideHearing,
  LONGEST_HEARING_TEXT,
  type OpenHearingFailure,
  openHearing,
} from '@/lib/certificates'
import { askForStepUp, takeStepUp } from '../../_factor/step-up-of-form'
import { certificateAddress } from './address'

/** Tells the holder that the certificate is to be revoked. */
export const tellHolder = guardedAction({ doing: 'open a hearing', keeps: 'open-hearing' }, async form => {
  const number = textOf({ form, field: 'number' })
  const viewer = await requireStaff({ back: certificateAddress(number) })
  const opened = await openHearing({ number, viewer, reason: textOf({ form, field: 'reason' }) }, service())
  if (opened.ok) redirect(certificateAddress(number))
  return failedForm({ failure: opened.failure, field: 'reason', form })
})

/** Ends a hearing, by the button that was pressed. */
export const decide = guardedAction({ doing: 'decide a hearing', keeps: 'decide-hearing' }, async form => {
  const number = textOf({ form, field: 'number' })
  const viewer = await requireStaff({ back: certificateAddress(number) })
  const outcome = textOf({ form, field: 'outcome' }) === 'revoked' ? 'revoked' : 'dropped'
  const note = textOf({ form, field: 'note' })
  const wrong = await takeStepUp({ form, viewer })
  if (wrong) return wrong
  const decided = await decideHearing({ number, viewer, outcome, note }, service())
  if (decided.ok) redirect(certificateAddress(number))
  if (decided.failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  return failedForm({ failure: decided.failure, field: 'note', form })
})

const ofTheText = ['reason-missing', 'note-missing', 'too-long', 'forbidden-character', 'not-text']

async function failedForm({
  failure,
  field,
  form,
}: {
  failure: OpenHearingFailure | Exclude<DecideHearingFailure, 'second-factor-needed'>
  field: string
  form: FormData
}): Promise<FormState> {
  const t = await getTranslations('revocation.failure')
  const message = t(failure, { count: LONGEST_HEARING_TEXT })
  return {
    errors: [{ field: ofTheText.includes(failure) ? field : '', message }],
    values: typedValues(form),
  }
}
