import { getTranslations } from 'next-intl/server'
import type { FieldError, FormState } from '@/components/form-state'
import type { StaffViewer } from '@/lib/identity'
import { everyFailure, type Failed } from '@/lib/platform/result'
import { readTypedText } from '@/lib/platform/typed-text'
import { textOf, typedValues } from '../../../_session/guarded-action'
import { requireStaff } from '../../../_session/viewer'
import { type CasePage, caseAddress } from '../../_parts/addresses'
import { type CaseFailureWord, sayFailure } from '../../_parts/say-failure'

/** Longer than any explanation that people read. */
export const LONGEST_TEXT = 2_000

/** The case that a form of the staff area is about, and who sends it. */
export async function caseOfForm(
  form: FormData,
  page?: CasePage,
): Promise<{ reference: string; viewer: StaffViewer }> {
  const reference = textOf({ form, field: 'reference', longest: 40 })
  const viewer = await requireStaff({ back: caseAddress({ reference, ...(page && { page }) }) })
  return { reference, viewer }
}

/** What was typed into these fields, and what cannot be kept of it. Empty is for the commands to judge. */
export async function readTexts<Field extends string>(
  form: FormData,
  fields: readonly Field[],
): Promise<{ texts: Record<Field, string>; errors: FieldError[] }> {
  const t = await getTranslations('staff.typed')
  const read = fields.map(field => ({
    field,
    text: readTypedText({ raw: textOf({ form, field }), maximumLength: LONGEST_TEXT, lines: true }),
  }))
  const errors = read.flatMap(({ field, text }) =>
    text.ok ? [] : [{ field, message: t(text.failure, { count: LONGEST_TEXT }) }],
  )
  const texts = read.map(({ field, text }) => [field, text.ok ? text.value : ''] as const)
  return { texts: Object.fromEntries(texts) as Record<Field, string>, errors }
}

/**
 * What was left empty beside what cannot be kept, each field with the sentence of the command that would refuse it,
 * so that nobody sends a form twice to learn of both.
 */
export async function leftEmpty<Field extends string>(
  form: FormData,
  {
    required,
    ...asked
  }: { required: Record<Field, CaseFailureWord>; reference: string; viewer: StaffViewer },
): Promise<FieldError[]> {
  const empty = Object.entries<CaseFailureWord>(required).filter(
    ([field]) => textOf({ form, field }).trim() === '',
  )
  return Promise.all(
    empty.map(async ([field, failure]) => ({
      field,
      message: await sayFailure({ failed: { failure, details: {} }, ...asked }),
    })),
  )
}

/** The form once more, with what must change and all that was typed. */
export function again(form: FormData, errors: FieldError[]): FormState {
  return { errors, values: { ...typedValues(form), step: 'write' } }
}

/**
 * The form once more after a command refused, with all that is wrong at once: each sentence stands at the field that
 * can mend it, if one can.
 */
export async function refused<Failure extends CaseFailureWord>({
  form,
  failed,
  viewer,
  reference,
  fields = {},
}: {
  form: FormData
  failed: Pick<Failed<Failure>, 'failure' | 'details' | 'also'>
  viewer: StaffViewer
  reference: string
  fields?: Partial<Record<Failure, string>>
}): Promise<FormState> {
  const errors = await Promise.all(
    everyFailure(failed).map(async one => ({
      field: fields[one.failure] ?? '',
      message: await sayFailure({ failed: one, reference, viewer }),
    })),
  )
  return again(form, errors)
}

/** Which step of a form in two steps its button asks for (two-steps.tsx). */
export function stepOf(form: FormData): 'write' | 'preview' | 'send' {
  const step = textOf({ form, field: 'step' })
  return step === 'send' || step === 'write' ? step : 'preview'
}

/** The form at a step, with all that was typed and nothing to complain of. */
export function atStep(form: FormData, step: 'write' | 'preview'): FormState {
  return { errors: [], values: { ...typedValues(form), step } }
}
