import { getTranslations } from 'next-intl/server'

/** What a form with a passkey says while the device is asked. */
export async function passkeyWords() {
  const t = await getTranslations('second-factor.passkeyStep')
  return { waiting: t('waiting'), failed: t('failed'), needsScript: t('needsScript') }
}
