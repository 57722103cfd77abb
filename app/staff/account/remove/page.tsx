import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { factorsOf } from '@/lib/identity'
import { service } from '../../../_service'
import { requireStaff } from '../../../_session/viewer'
import { StepUp } from '../../_factor/step-up'
import { AccountPage } from '../_parts/account-page'
import { accountPages } from '../addresses'
import { remove } from './remove'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff-account.remove')
  return { title: t('title') }
}

/** What a member of staff wants here: that a lost phone or key opens nothing any more. */
export default async function RemoveFactorPage() {
  const viewer = await requireStaff({ back: accountPages.remove })
  const [t, { authenticatorSince, passkeys }] = await Promise.all([
    getTranslations('staff-account.remove'),
    factorsOf(service().db, viewer),
  ])
  const choices = [
    ...(authenticatorSince ? [{ value: 'authenticator', label: t('app') }] : []),
    ...passkeys.map(({ credentialId, name }) => ({ value: credentialId, label: t('passkey', { name }) })),
  ]
  return (
    <AccountPage viewer={viewer} path={accountPages.remove} title={t('title')} lead={t('lead')}>
      <ActionForm action={remove}>
        <ChoiceField name="factor" label={t('which')} choices={choices} />
        <StepUp viewer={viewer} of="remove" />
        <Button kind="stop">{t('go')}</Button>
      </ActionForm>
    </AccountPage>
  )
}
