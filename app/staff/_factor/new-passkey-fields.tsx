import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/text-field'
import { PasskeyQuestion } from './passkey-question'
import { passkeyWords } from './passkey-words'

/** A new passkey: its name, and what asks the device for it. */
export async function NewPasskeyFields() {
  const [t, words] = await Promise.all([getTranslations('second-factor.setUp'), passkeyWords()])
  return (
    <>
      <TextField name="deviceName" label={t('name')} hint={t('nameHint')} maxLength={30} />
      <PasskeyQuestion kind="new" {...words} />
    </>
  )
}
