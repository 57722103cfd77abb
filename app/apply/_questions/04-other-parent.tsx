import { getTranslations } from 'next-intl/server'
import { ChoiceField } from '@/components/choice-field'
import type { QuestionFieldsProps } from './question-fields'

export async function OtherParentFields({ typed }: QuestionFieldsProps) {
  const t = await getTranslations('apply.otherParent')
  return (
    <ChoiceField
      name="named"
      label={t('title')}
      hint={t('hint')}
      asTitle
      defaultValue={typed.named ?? ''}
      choices={[
        { value: 'no', label: t('no') },
        { value: 'yes', label: t('yes'), hint: t('yesHint') },
      ]}
    />
  )
}
