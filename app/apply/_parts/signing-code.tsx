import { useTranslations } from 'next-intl'
import { DemoHint } from '@/app/sign-in/demo-hint'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { TextField } from '@/components/text-field'

/** The code that signs: sent when asked for, to the phone with which one signed in. */
export function SigningCode({ phone, wasSent }: { phone: string; wasSent: boolean }) {
  const t = useTranslations('apply.sign')
  return (
    <>
      {wasSent ? (
        <Notice tone="ok" announced>
          <p>{t('sent', { phone })}</p>
        </Notice>
      ) : (
        <p>{t('codeTo', { phone })}</p>
      )}
      <Button kind="secondary" name="sendCode" value="yes" formNoValidate>
        {wasSent ? t('getCodeAgain') : t('getCode')}
      </Button>
      {wasSent && <DemoHint />}
      <TextField
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
      />
    </>
  )
}
