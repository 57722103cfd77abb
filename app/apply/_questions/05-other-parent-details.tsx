import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/text-field'
import { QuestionTitle } from '../_parts/question-title'
import { PersonFields } from './person-fields'
import type { QuestionFieldsProps } from './question-fields'

export async function OtherParentDetailsFields({ typed }: QuestionFieldsProps) {
  const t = await getTranslations('apply.otherParentDetails')
  return (
    <>
      <QuestionTitle title={t('title')} lead={t('lead')} />
      <PersonFields typed={typed} isOneself={false} />
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
