import { useTranslations } from 'next-intl'
import { TextField } from '@/components/text-field'
import { shortestPassword } from '@/lib/identity'

/** A new password, twice. The account stands there for password managers, which keep both together. */
export function NewPasswordFields({ account }: { account: string }) {
  const t = useTranslations('second-factor.password')
  return (
    <>
      <input
        type="text"
        name="username"
        autoComplete="username"
        defaultValue={account}
        readOnly
        hidden
        aria-label={t('account')}
      />
      <TextField
        name="newPassword"
        label={t('new')}
        hint={t('newHint', { shortest: shortestPassword })}
        type="password"
        autoComplete="new-password"
        maxLength={1_024}
      />
      <TextField
        name="newPasswordAgain"
        label={t('again')}
        type="password"
        autoComplete="new-password"
        maxLength={1_024}
      />
    </>
  )
}
