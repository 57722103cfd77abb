import { getTranslations } from 'next-intl/server'
import { NameField } from '@/app/_names/name-field'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { mandateKinds } from '@/lib/applications'
import { QuestionTitle } from '../_parts/question-title'
import type { QuestionFieldsProps } from './question-fields'

/** Who the proxy is, and what they act on; the phone is asked of those who chose that the applicant confirms. */
export async function ProxyFields({ typed, viewer }: QuestionFieldsProps) {
  const t = await getTranslations('apply.proxy')
  return (
    <>
      <QuestionTitle title={t('title')} lead={t('lead', { phone: viewer.maskedPhone })} />
      <NameField
        name="name"
        label={t('name')}
        autoComplete="name"
        defaultValue={typed.name ?? ''}
        isPrinted={false}
      />
      <ChoiceField
        name="mandate"
        label={t('mandate')}
        defaultValue={typed.mandate ?? ''}
        choices={mandateKinds.map(kind => ({ value: kind, label: t(kind), hint: t(`${kind}Hint`) }))}
      />
      <TextField
        name="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        type="tel"
        inputMode="tel"
        defaultValue={typed.phone ?? ''}
      />
    </>
  )
}
