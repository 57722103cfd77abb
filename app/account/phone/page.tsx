import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { openidSettings } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { requireResident } from '../../_session/viewer'
import { DemoHint } from '../../sign-in/demo-hint'
import { providerName } from '../../sign-in/provider-name'
import { AccountPage } from '../_parts/account-page'
import { askForChange } from './ask-for-change'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.changePhone')
  return { title: t('title') }
}

/** What the person wants here: to go on with their new number, or to learn what to do when the old one is gone. */
export default async function ChangePhonePage() {
  const viewer = await requireResident({ back: '/account/phone' })
  const [t, tSignIn, provider] = await Promise.all([
    getTranslations('account.changePhone'),
    getTranslations('sign-in'),
    providerName(),
  ])
  return (
    <AccountPage path="/account/phone" title={t('title')} lead={t('lead', { phone: viewer.maskedPhone })}>
      <ActionForm action={askForChange}>
        <TextField
          name="phone"
          label={t('newPhone')}
          hint={tSignIn('phoneHint')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={40}
        />
        <Button>{t('next')}</Button>
      </ActionForm>
      <h2>{t('lost.title')}</h2>
      {openidSettings(environment()) && <p>{t('lost.openid', { provider })}</p>}
      <p>
        {t('lost.office')}
        <a href="/guide#offices">{t('lost.offices')}</a>
      </p>
      <DemoHint />
    </AccountPage>
  )
}
