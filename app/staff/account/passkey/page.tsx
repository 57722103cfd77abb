import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { requireStaff } from '../../../_session/viewer'
import { NewPasskeyFields } from '../../_factor/new-passkey-fields'
import { StepUp } from '../../_factor/step-up'
import { AccountPage } from '../_parts/account-page'
import { add } from '../add-factor'
import { accountPages } from '../addresses'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff-account.passkey')
  return { title: t('title') }
}

/** What a member of staff wants here: to sign in by a finger, or with a key on their chain. */
export default async function PasskeyPage() {
  const viewer = await requireStaff({ back: accountPages.passkey })
  const [t, words] = await Promise.all([
    getTranslations('staff-account.passkey'),
    getTranslations('second-factor.setUp'),
  ])
  return (
    <AccountPage viewer={viewer} path={accountPages.passkey} title={t('title')} lead={words('passkeyText')}>
      <ActionForm action={add}>
        <NewPasskeyFields />
        <StepUp viewer={viewer} of="passkey" atOnce />
        <Button>{t('go')}</Button>
      </ActionForm>
    </AccountPage>
  )
}
