import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { sendCode } from './send-code'

/** First step: a code to the phone that the applicant gave, which only its owner can read. */
export function CodeForm({ secret, phoneMasked }: { secret: string; phoneMasked: string }) {
  const t = useTranslations('confirm.code')
  return (
    <ActionForm action={sendCode}>
      <input type="hidden" name="secret" value={secret} />
      <p>{t('lead', { phone: phoneMasked })}</p>
      <Button>{t('send')}</Button>
    </ActionForm>
  )
}
