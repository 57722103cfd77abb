'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  type AssistanceFailure,
  endAssistance,
  sendAssistanceCode,
  startAssistance,
} from '@/lib/applications'
import { languageOf } from '@/lib/notifications'
import { service } from '../../_service'
import { guardedAction, guardedSubmit, textOf } from '../../_session/guarded-action'
import { currentViewer, requireStaff } from '../../_session/viewer'
import { again, atStep, stepOf } from '../cases/_case/case-of-form'
import { ASSIST_PATH } from './address'

const fields: Partial<Record<AssistanceFailure, string>> = {
  'not-your-role': '',
  'empty-code': 'code',
  'not-six-digits': 'code',
  'wrong-code': 'code',
  expired: 'code',
  'no-code': 'code',
  'used-up': 'code',
}

/** Sends the resident their code, then opens the form with it. */
export const assist = guardedAction('help a resident to apply', async form => {
  const viewer = await requireStaff({ back: ASSIST_PATH })
  const step = stepOf(form)
  if (step === 'write') return atStep(form, 'write')
  const phone = textOf({ form, field: 'phone', longest: 100 })
  const asked = { viewer, phone, language: languageOf('') }
  const code = textOf({ form, field: 'code', longest: 100 })
  const answer =
    step === 'send'
      ? await startAssistance({ ...asked, code }, service())
      : await sendAssistanceCode(asked, service())
  if (answer.ok) {
    if (step === 'send') redirect('/apply')
    return atStep(form, 'preview')
  }
  const t = await getTranslations('assistance.failure')
  const { secondsLeft, triesLeft } = answer.details
  const message = t(answer.failure, {
    secondsLeft: Number(secondsLeft ?? 0),
    triesLeft: Number(triesLeft ?? 0),
  })
  const field = fields[answer.failure] ?? 'phone'
  const shown = again(form, [{ field, message }])
  return field === 'code' ? { errors: [{ field, message }], values: { phone, step: 'preview' } } : shown
})

/** The officer's own work again; the form is closed to them. */
export const end = guardedSubmit('end the help of a resident', async () => {
  const viewer = await currentViewer()
  if (viewer?.kind === 'staff') await endAssistance({ viewer }, service())
  redirect('/staff')
})
