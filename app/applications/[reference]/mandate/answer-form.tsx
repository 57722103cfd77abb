import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { answer } from './answer'

type AnswerFormProps = { reference: string; isRegistered: boolean }

/** Yes or no, with the end of the applicant's own number; neither is chosen beforehand. */
export function AnswerForm({ reference, isRegistered }: AnswerFormProps) {
  const t = useTranslations('mandate.answer')
  return (
    <ActionForm action={answer}>
      <input type="hidden" name="reference" value={reference} />
      <ChoiceField
        name="answer"
        label={t('label')}
        choices={[
          { value: 'confirm', label: t('confirm'), hint: t('confirmHint') },
          { value: 'deny', label: t('deny'), hint: t(isRegistered ? 'denyHintRegistered' : 'denyHint') },
        ]}
      />
      <TextField
        name="idEnding"
        label={t('idEnding')}
        hint={t('idEndingHint')}
        autoComplete="off"
        maxLength={20}
        width="short"
      />
      <Button>{t('send')}</Button>
    </ActionForm>
  )
}
