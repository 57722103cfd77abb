import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { TextField } from '@/components/text-field'
import { giveAnswer } from './give-answer'
import { sendCode } from './send-code'

/** Second step: yes or no, with the code. Neither is chosen beforehand. */
export function AnswerForm({ secret, phoneMasked }: { secret: string; phoneMasked: string }) {
  const t = useTranslations('confirm')
  return (
    <>
      <ActionForm action={giveAnswer}>
        <input type="hidden" name="secret" value={secret} />
        <ChoiceField
          name="answer"
          label={t('answer.label')}
          choices={[
            { value: 'confirm', label: t('answer.confirm'), hint: t('answer.confirmHint') },
            { value: 'object', label: t('answer.object'), hint: t('answer.objectHint') },
          ]}
        />
        <TextField
          name="code"
          label={t('code.label')}
          hint={t('code.sent', { phone: phoneMasked })}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          width="short"
        />
        <Button>{t('answer.send')}</Button>
      </ActionForm>
      <ActionForm action={sendCode}>
        <input type="hidden" name="secret" value={secret} />
        <Button kind="secondary">{t('code.again')}</Button>
      </ActionForm>
    </>
  )
}
