import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { PasskeyQuestion } from './passkey-question'
import { passkeyWords } from './passkey-words'

/** A new passkey: its name, and the button that asks the device for it. */
export async function NewPasskeyFields() {
  const [t, words] = await Promise.all([getTranslations('second-factor.setUp'), passkeyWords()])
  return (
    <section className="flow border-t border-line pt-5">
      <h2>{t('passkey')}</h2>
      <p className="text-ink-soft">{t('passkeyText')}</p>
      <TextField name="deviceName" label={t('name')} hint={t('nameHint')} maxLength={30} />
      <PasskeyQuestion kind="new" {...words} />
      <Button kind="secondary">{t('add')}</Button>
    </section>
  )
}
