'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { helpWithName, withPrintedNames } from '@/app/_names/help-with-name'
import { service } from '@/app/_service'
import { guardedAction, textOf, typedValues } from '@/app/_session/guarded-action'
import { requireResident } from '@/app/_session/viewer'
import type { FieldError, FormState } from '@/components/form-state'
import { answerCorrection, type FormProblem, LONGEST_ADDRESS } from '@/lib/applications'
import { LONGEST_NAME } from '@/lib/identity'
import { applicationAddress } from '../../_parts/addresses'

/** Sends the corrected facts and words; each fact that is not right yet is named beside its box. */
export const sendCorrection = guardedAction(
  { doing: 'answer a correction notice', keeps: 'answer-correction' },
  async (form): Promise<FormState> => {
    const reference = textOf({ form, field: 'reference' })
    const viewer = await requireResident({ back: applicationAddress({ reference, page: 'correction' }) })
    const typed = typedValues(form)
    const helped = await helpWithName(form)
    if (helped) return helped
    const words = textOf({ form, field: 'words' })
    const answered = await answerCorrection({ reference, viewer, typed, words }, service())
    if (answered.ok) redirect(`${applicationAddress({ reference })}?corrected=yes`)
    const { failure, details } = answered
    if (failure === 'facts-not-right') {
      return withPrintedNames({ errors: await factErrors(details), values: typed })
    }
    const t = await getTranslations('applications.correction.failure')
    const field = aboutTheWords.has(failure) ? 'words' : ''
    const message = t(failure, { maximumLength: Number(details.maximumLength ?? 0) })
    return withPrintedNames({ errors: [{ field, message }], values: typed })
  },
)

const aboutTheWords = new Set<string>([
  'nothing-changed-or-said',
  'document-or-words',
  'not-text',
  'forbidden-character',
  'too-long',
])

async function factErrors(details: Record<string, unknown>): Promise<FieldError[]> {
  const t = await getTranslations('apply.problem')
  return Object.entries(details).map(([field, problem]) => {
    const maximumLength = field === 'address-detail' ? LONGEST_ADDRESS : LONGEST_NAME
    // The command says of each fact what the form would say of it.
    return { field, message: t(problem as FormProblem, { maximumLength }) }
  })
}
