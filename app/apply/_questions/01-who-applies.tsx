import { getTranslations } from 'next-intl/server'
import { ChoiceField } from '@/components/choice-field'
import { whoAppliesChoices } from '@/lib/applications'
import type { QuestionFieldsProps } from './question-fields'

export async function WhoAppliesFields({ typed }: QuestionFieldsProps) {
  const t = await getTranslations('apply.whoApplies')
  return (
    <ChoiceField
      name="who"
      label={t('title')}
      hint={t('hint')}
      asTitle
      defaultValue={typed.who ?? ''}
      choices={whoAppliesChoices.map(value => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
    />
  )
}
