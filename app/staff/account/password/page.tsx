import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { ownAccount } from '@/lib/identity'
import { service } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { NewPasswordFields } from '../../_factor/new-password-fields'
import { StepUp } from '../../_factor/step-up'
import { AccountPage } from '../_parts/account-page'
import { accountPages } from '../addresses'
import { change } from './change'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff-account.password')
  return { title: t('title') }
}

/** What a member of staff wants here: another password, and nobody signed in with the old one. */
export default async function ChangePasswordPage() {
  const viewer = await requireStaff({ back: accountPages.password })
  const [t, { signInName }] = await Promise.all([
    getTranslations('staff-account.password'),
    ownAccount({ viewer }, service()),
  ])
  return (
    <AccountPage viewer={viewer} path={accountPages.password} title={t('title')} lead={t('lead')}>
      <ActionForm action={change}>
        <TextField
          name="currentPassword"
          label={t('current')}
          type="password"
          autoComplete="current-password"
          maxLength={1_024}
        />
        <NewPasswordFields account={signInName} />
        <StepUp viewer={viewer} of="password" atOnce />
        <Button>{t('go')}</Button>
      </ActionForm>
    </AccountPage>
  )
}
