import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { TickField } from '@/components/tick-field'
import { currentCommitment } from '@/lib/applications'
import { CommitmentText } from '../_parts/commitment-text'
import { QuestionTitle } from '../_parts/question-title'
import type { QuestionFieldsProps } from './question-fields'

export async function CommitmentFields({ typed, isByProxy }: QuestionFieldsProps) {
  const t = await getTranslations('apply.commitment')
  const commitment = await currentCommitment(service().db)
  const isThisText = typed.version === commitment.version
  return (
    <>
      <QuestionTitle title={t('title')} lead={t('lead', { version: commitment.version })} />
      <CommitmentText commitment={commitment} />
      <input type="hidden" name="version" value={commitment.version} />
      <TickField name="promise" label={t('promise')} defaultChecked={isThisText && typed.promise === 'yes'} />
      <TickField
        name="consent"
        label={isByProxy ? t('consentByProxy') : t('consent')}
        hint={t('consentHint')}
        defaultChecked={isThisText && typed.consent === 'yes'}
      />
    </>
  )
}
