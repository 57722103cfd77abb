import { getTranslations } from 'next-intl/server'
import type { FieldError, FormState } from '@/components/form-state'
import type { StaffViewer } from '@/lib/identity'
import { everyFailure, type Failed } from '@/lib/platform/result'
import { readTypedText } from '@/lib/platform/typed-text'
import { textOf, typedValues } from '../../../_session/guarded-action'
import { askForStepUp } from '../../_factor/step-up-of-form'

/** How long the answer to a field may be, and whether it has lines. */
type Fields<Name extends string> = Record<Name, { maximumLength: number; lines?: boolean }>

/** What was typed into these fields, and what cannot be kept of it. Empty is for the commands to judge. */
export async function readFields<Name extends string>(
  form: FormData,
  fields: Fields<Name>,
): Promise<{ texts: Record<Name, string>; errors: FieldError[] }> {
  const t = await getTranslations('staff.typed')
  const errors: FieldError[] = []
  const texts = Object.entries<Fields<Name>[Name]>(fields).map(([field, rule]) => {
    const text = readTypedText({ raw: textOf({ form, field }), ...rule })
    if (!text.ok) errors.push({ field, message: t(text.failure, { count: rule.maximumLength }) })
    return [field, text.ok ? text.value : '']
  })
  return { texts: Object.fromEntries(texts) as Record<Name, string>, errors }
}

/** The form once more, with what must change and all that was typed. */
export function again(form: FormData, errors: FieldError[]): FormState {
  return { errors, values: typedValues(form) }
}

/** What was left empty beside what cannot be kept, so that nobody sends a form twice to learn of both. */
export function leftEmpty(form: FormData, sentences: Record<string, string>): FieldError[] {
  return Object.entries(sentences)
    .filter(([field]) => textOf({ form, field }).trim() === '')
    .map(([field, message]) => ({ field, message }))
}

/** What every command of the administration may answer. */
type OfEvery = 'not-your-role' | 'second-factor-needed'
type OfOne<Failure extends string> = Exclude<Failure, OfEvery>

/**
 * The form once more after a command refused, with all that is wrong at once, each sentence at the field that can
 * mend it; or with the question for the second factor.
 */
export async function refused<Failure extends string>({
  form,
  viewer,
  failed,
  fields,
  say,
}: {
  form: FormData
  viewer: StaffViewer
  failed: Failed<Failure>
  /** '' for the form as a whole; a failure that names its own field comes before. */
  fields: Record<OfOne<Failure>, string>
  say: (failure: OfOne<Failure>) => string
}): Promise<FormState> {
  if (failed.failure === 'second-factor-needed') return askForStepUp({ form, viewer })
  const t = await getTranslations('admin.typedFailure')
  const errors = everyFailure(failed).map(({ failure, details }) =>
    isOfOne(failure)
      ? { field: String(details.field ?? fields[failure]), message: say(failure) }
      : { field: '', message: t('notYourRole') },
  )
  return again(form, errors)
}

function isOfOne<Failure extends string>(failure: Failure): failure is OfOne<Failure> & Failure {
  return failure !== 'not-your-role' && failure !== 'second-factor-needed'
}
