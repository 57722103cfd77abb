import { getTranslations } from 'next-intl/server'
import { ChoiceField } from '@/components/choice-field'
import type { QuestionFieldsProps } from './question-fields'

export async function StageFields({ typed }: QuestionFieldsProps) {
  const t = await getTranslations('apply.stage')
  return (
    <ChoiceField
      name="stage"
      label={t('title')}
      asTitle
      defaultValue={typed.stage ?? ''}
      choices={[
        { value: 'expecting', label: t('expecting'), hint: t('expectingHint') },
        { value: 'born', label: t('born'), hint: t('bornHint') },
      ]}
    />
  )
}
