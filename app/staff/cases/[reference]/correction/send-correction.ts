'use server'

import { redirect } from 'next/navigation'
import {
  type CorrectableField,
  correctableFields,
  type DocumentToShow,
  documentThatShows,
  requestCorrection,
} from '@/lib/applications'
import { service } from '../../../../_service'
import { guardedAction, textOf } from '../../../../_session/guarded-action'
import { caseAddress } from '../../../_parts/addresses'
import { sayFailure } from '../../../_parts/say-failure'
import { again, atStep, caseOfForm, readTexts, refused, stepOf } from '../../_case/case-of-form'

/** Previews the one correction notice, and sends what was previewed. */
export const sendCorrection = guardedAction(
  { doing: 'send a correction notice', keeps: 'correction-notice' },
  async form => {
    const { reference, viewer } = await caseOfForm(form, 'correction')
    const step = stepOf(form)
    if (step === 'write') return atStep(form, 'write')
    const ticked = correctableFields.filter(field => textOf({ form, field }) !== '')
    const { texts, errors } = await readTexts(
      form,
      ticked.map(field => `words-${field}` as const),
    )
    const items = ticked.map(field => ({
      field,
      what: texts[`words-${field}`],
      ...askedDocument(form, field),
    }))
    const unread = new Set(errors.map(({ field }) => field))
    const missing = await whatIsMissing({ items, reference, viewer })
    errors.push(...missing.filter(({ field }) => !unread.has(field)))
    if (errors.length > 0) return again(form, errors)
    if (step === 'preview') return atStep(form, 'preview')
    const sent = await requestCorrection({ reference, viewer, items }, service())
    if (!sent.ok) return refused({ form, failed: sent, viewer, reference })
    redirect(caseAddress({ reference, done: 'correction-requested' }))
  },
)

/** The paper that was ticked beside a field; which one it is follows from the field. */
function askedDocument(form: FormData, field: CorrectableField): { document?: DocumentToShow } {
  const document = documentThatShows(field)
  return document && textOf({ form, field: `document-${field}` }) !== '' ? { document } : {}
}

type Listed = Parameters<typeof requestCorrection>[0]

/** The same two questions as the command asks, before the preview. */
async function whatIsMissing({ items, reference, viewer }: Listed) {
  const say = (failure: 'nothing-listed' | 'item-without-words') =>
    sayFailure({ failed: { failure, details: {} }, reference, viewer })
  if (items.length === 0) return [{ field: correctableFields[0], message: await say('nothing-listed') }]
  const wordless = items.filter(({ what }) => what === '')
  const message = await say('item-without-words')
  return wordless.map(({ field }) => ({ field: `words-${field}`, message }))
}
