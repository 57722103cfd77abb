import { getTranslations } from 'next-intl/server'
import { QuestionTitle } from '../_parts/question-title'
import { PersonFields } from './person-fields'
import type { QuestionFieldsProps } from './question-fields'

export async function ApplicantFields({ typed, isByProxy }: QuestionFieldsProps) {
  const t = await getTranslations('apply.applicant')
  return (
    <>
      <QuestionTitle title={isByProxy ? t('proxy') : t('self')} lead={t('lead')} />
      <PersonFields typed={typed} isOneself={!isByProxy} />
    </>
  )
}
