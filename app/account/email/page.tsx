import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { maskEmail } from '@/lib/identity'
import { preferencesOf, sendsEmail } from '@/lib/notifications'
import { environment } from '@/lib/platform/env'
import { service } from '../../_service'
import { requireResident } from '../../_session/viewer'
import { DemoHint } from '../../sign-in/demo-hint'
import { AccountPage } from '../_parts/account-page'
import { forgetEmail, sendEmailCode } from './send-code'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.changeEmail')
  return { title: t('title') }
}

/** What the person wants here: to get the news by e-mail, too, or to stop it. */
export default async function EmailPage() {
  const viewer = await requireResident({ back: '/account/email' })
  const [t, { email }] = await Promise.all([
    getTranslations('account.changeEmail'),
    preferencesOf({ viewer }, service()),
  ])
  if (!sendsEmail(environment())) {
    return (
      <AccountPage path="/account/email" title={t('title')}>
        <p>{t('off')}</p>
      </AccountPage>
    )
  }
  return (
    <AccountPage path="/account/email" title={t('title')} lead={t('lead')}>
      {email && <p>{t('now', { email: maskEmail(email) })}</p>}
      <ActionForm action={sendEmailCode}>
        <TextField
          name="email"
          label={t('field')}
          hint={t('hint')}
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={300}
        />
        <Button>{t('next')}</Button>
      </ActionForm>
      {email && (
        <form action={forgetEmail}>
          <Button kind="link">{t('remove')}</Button>
        </form>
      )}
      <DemoHint />
    </AccountPage>
  )
}
