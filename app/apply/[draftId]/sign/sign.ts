'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { keepRequestedSwitch } from '@/app/_language/switch-requested'
import { helpWithName, withPrintedNames } from '@/app/_names/help-with-name'
import { service } from '@/app/_service'
import { clientAddress } from '@/app/_session/client-address'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { applyAddress } from '@/app/apply/_parts/addresses'
import { loadAnsweredDraft, type OpenDraft } from '@/app/apply/_parts/load-draft'
import type { FormState } from '@/components/form-state'
import {
  readApplication,
  type SubmissionFailure,
  saveAnswer,
  signerOf,
  submitApplication,
} from '@/lib/applications'
import { sendOneTimeCode } from '@/lib/identity'
import type { Failed } from '@/lib/platform/result'

/**
 * Signs and submits, or sends the code first. The typed name is kept in the draft meanwhile, so that neither
 * asking for a code nor a switch of language loses it.
 */
export const sign = guardedAction('sign and submit an application', async form => {
  const draftId = textOf({ form, field: 'draft' })
  const open = await loadAnsweredDraft(draftId)
  const { viewer } = open
  const typedName = textOf({ form, field: 'typedName' })
  await saveAnswer({ draftId, viewer, question: 'signature', typed: { typedName } }, service())
  if (form.has('goBack')) redirect(applyAddress({ draftId, step: 'check' }))
  if (await keepRequestedSwitch(form)) redirect(applyAddress({ draftId, step: 'sign' }))
  const helped = await helpWithName(form)
  if (helped) return helped
  if (form.has('sendCode')) return sendCode({ form, open })
  const submitted = await submitApplication(
    {
      draftId,
      viewer,
      typedName,
      code: textOf({ form, field: 'code' }),
      forAnotherChild: textOf({ form, field: 'forAnotherChild' }) === 'yes',
    },
    service(),
  )
  if (submitted.ok) redirect(applyAddress({ draftId, step: 'receipt' }))
  return sentenceOf({ form, open, failed: submitted })
})

/** Sends the code that signs, to the phone with which the resident signed in. */
async function sendCode({ form, open }: { form: FormData; open: OpenDraft }): Promise<FormState> {
  const { viewer, draft } = open
  const [language, address] = await Promise.all([getLocale(), clientAddress()])
  const sent = await sendOneTimeCode(
    { purpose: 'sign-application', phone: viewer.phone, language, address },
    service(),
  )
  if (sent.ok) redirect(applyAddress({ draftId: draft.id, step: 'sign', sent: true }))
  const t = await getTranslations('apply.failure')
  const message = t(sent.failure, {
    secondsLeft: Number(sent.details.secondsLeft ?? 0),
    minutes: Math.max(1, Math.ceil(Number(sent.details.retryAfterSeconds ?? 0) / 60)),
  })
  return withPrintedNames({ errors: [{ field: 'code', message }], values: typedValues(form) })
}

const fieldOf: Record<SubmissionFailure, string> = {
  'draft-not-found': '',
  incomplete: '',
  'open-application': 'forAnotherChild',
  'signature-missing': 'typedName',
  'signature-differs': 'typedName',
  'empty-code': 'code',
  'not-six-digits': 'code',
  'wrong-code': 'code',
  expired: 'code',
  'no-code': 'code',
  'used-up': 'code',
}

async function sentenceOf({
  form,
  open: { draft, context },
  failed: { failure, details },
}: {
  form: FormData
  open: OpenDraft
  failed: Failed<SubmissionFailure>
}): Promise<FormState> {
  const t = await getTranslations('apply.failure')
  const application = readApplication({ answers: draft.answers, context })
  const message = t(failure, {
    name: application ? signerOf(application) : '',
    triesLeft: Number(details.triesLeft ?? 0),
  })
  return withPrintedNames({ errors: [{ field: fieldOf[failure], message }], values: typedValues(form) })
}
