import { getTranslations } from 'next-intl/server'
import { NameInput } from '@/components/name-input'
import type { NameFieldName } from './name-fields'
import { printedName } from './printed-name'

type NameFieldProps = {
  name: NameFieldName
  label: string
  hint?: string
  autoComplete?: 'name' | 'off'
  maxLength?: number
  defaultValue: string
  /** Whether this name comes to stand on a certificate. */
  isPrinted?: boolean
}

/** The name of a person; the action of its form answers through `helpWithName`. */
export async function NameField({ isPrinted = true, ...field }: NameFieldProps) {
  const [t, printed] = await Promise.all([getTranslations('characters'), printedName(field.defaultValue)])
  return (
    <NameInput
      {...field}
      printed={printed}
      isPrinted={isPrinted}
      words={{
        summary: t('summary'),
        sought: t('sought'),
        soughtHint: t('soughtHint'),
        strokes: t('strokes'),
        find: t('find'),
        show: t('show'),
      }}
    />
  )
}
