import { getTranslations } from 'next-intl/server'
import type { FieldError, FormState } from '@/components/form-state'
import { readTypedText } from '@/lib/platform/typed-text'
import { textOf, typedValues } from '../../../_session/guarded-action'

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
