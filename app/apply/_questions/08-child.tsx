import { getTranslations } from 'next-intl/server'
import { DateFields } from '@/components/date-fields'
import { TextField } from '@/components/text-field'
import { QuestionTitle } from '../_parts/question-title'
import type { QuestionFieldsProps } from './question-fields'

export async function ChildFields({ typed }: QuestionFieldsProps) {
  const t = await getTranslations('apply.child')
  const date = ['year', 'month', 'day'].map(part => typed[`birthDate-${part}`] ?? '').join('-')
  return (
    <>
      <QuestionTitle title={t('title')} />
      <DateFields
        name="birthDate"
        label={t('birthDate')}
        hint={t('birthDateHint')}
        defaultValue={date === '--' ? '' : date}
      />
      <TextField
        name="certificateNumber"
        label={t('certificateNumber')}
        hint={t('certificateNumberHint')}
        optional
        defaultValue={typed.certificateNumber ?? ''}
      />
    </>
  )
}
