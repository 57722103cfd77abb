import { getTranslations } from 'next-intl/server'
import { QrCode } from '@/app/certificates/[number]/_parts/qr-code'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { totpLink } from '@/lib/identity'

/** A secret for an app, to scan or to type, and the first code of it. */
export async function AuthenticatorFields({ secret, account }: { secret: string; account: string }) {
  const [t, shell] = await Promise.all([getTranslations('second-factor'), getTranslations('shell.name')])
  const groups = secret.match(/.{1,4}/g) ?? []
  return (
    <section className="flow">
      <h2>{t('setUp.app')}</h2>
      <p>{t('setUp.scan')}</p>
      <QrCode link={totpLink({ secret, account, issuer: shell('resident') })} label={t('setUp.qr')} />
      <p>
        {t('setUp.type')}
        <br />
        <strong className="font-mono break-words select-all">{groups.join(' ')}</strong>
      </p>
      <TextField
        name="firstCode"
        label={t('setUp.show')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        width="short"
      />
      <Button>{t('setUp.confirm')}</Button>
    </section>
  )
}
