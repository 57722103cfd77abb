import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { hasRecentFactor, ownAccount, type StaffViewer, secretToSetUp } from '@/lib/identity'
import { service } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { AuthenticatorFields } from '../../_factor/authenticator-fields'
import { DemoAuthenticatorHint } from '../../_factor/demo-authenticator-hint'
import { StepUp } from '../../_factor/step-up'
import { AccountPage } from '../_parts/account-page'
import { add } from '../add-factor'
import { accountPages } from '../addresses'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff-account.app')
  return { title: t('title') }
}

/** What a member of staff wants here: the codes on another phone than before. */
export default async function AuthenticatorPage() {
  const viewer = await requireStaff({ back: accountPages.authenticator })
  const [t, isRecent] = await Promise.all([
    getTranslations('staff-account.app'),
    hasRecentFactor(service().db, { viewer }),
  ])
  return (
    <AccountPage viewer={viewer} path={accountPages.authenticator} title={t('title')} lead={t('lead')}>
      <ActionForm action={add}>
        {isRecent ? (
          <NewAppFields viewer={viewer} />
        ) : (
          <>
            <StepUp viewer={viewer} of="app" atOnce />
            <Button>{t('go')}</Button>
          </>
        )}
      </ActionForm>
    </AccountPage>
  )
}

async function NewAppFields({ viewer }: { viewer: StaffViewer }) {
  const [secret, { signInName }] = await Promise.all([
    secretToSetUp(service().db, viewer),
    ownAccount({ viewer }, service()),
  ])
  return (
    <>
      <DemoAuthenticatorHint />
      <StepUp viewer={viewer} of="app" />
      <AuthenticatorFields secret={secret} account={signInName} />
    </>
  )
}
