import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ChoiceField } from '@/components/choice-field'
import { CommitmentText } from '@/components/commitment-text'
import { TickField } from '@/components/tick-field'
import { commitmentWays, currentCommitment } from '@/lib/applications'
import { QuestionTitle } from '../_parts/question-title'
import type { QuestionFieldsProps } from './question-fields'

/** The text, then the choice: promise, or ask the office to check instead; the consent is a tick of its own. */
export async function CommitmentFields({ typed, isByProxy }: QuestionFieldsProps) {
  const t = await getTranslations('apply.commitment')
  const commitment = await currentCommitment(service().db)
  const isThisText = typed.version === commitment.version
  return (
    <>
      <QuestionTitle title={t('title')} lead={t('lead', { version: commitment.version })} />
      <CommitmentText commitment={commitment} />
      <input type="hidden" name="version" value={commitment.version} />
      <ChoiceField
        name="way"
        label={t('way')}
        defaultValue={isThisText ? (typed.way ?? '') : ''}
        choices={commitmentWays.map(way => ({ value: way, label: t(way), hint: t(`${way}Hint`) }))}
      />
      <TickField
        name="consent"
        label={isByProxy ? t('consentByProxy') : t('consent')}
        hint={t('consentHint')}
        defaultChecked={isThisText && typed.consent === 'yes'}
      />
    </>
  )
}
