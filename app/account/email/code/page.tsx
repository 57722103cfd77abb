import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { pendingEmail } from '../../../_session/pending-email'
import { requireResident } from '../../../_session/viewer'
import { DemoHint } from '../../../sign-in/demo-hint'
import { AccountPage } from '../../_parts/account-page'
import { confirmEmail } from './confirm-email'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.changeEmail')
  return { title: t('codeTitle') }
}

/** What the person wants here: to show that the address is theirs. */
export default async function EmailCodePage() {
  await requireResident({ back: '/account/email' })
  const [t, tSignIn, email] = await Promise.all([
    getTranslations('account.changeEmail'),
    getTranslations('sign-in'),
    pendingEmail(),
  ])
  if (!email) redirect('/account/email')
  return (
    <AccountPage
      path="/account/email/code"
      title={t('codeTitle')}
      lead={t('codeLead', { email })}
      back={{ href: '/account/email', label: t('back') }}
    >
      <ActionForm action={confirmEmail}>
        <TextField
          name="code"
          label={t('code')}
          hint={tSignIn('codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          width="short"
        />
        <Button>{t('finish')}</Button>
      </ActionForm>
      <DemoHint />
    </AccountPage>
  )
}
