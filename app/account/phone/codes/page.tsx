import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { displayPhone, findOwnPhoneChange, maskPhone } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { service } from '../../../_service'
import { requireResident } from '../../../_session/viewer'
import { DemoHint } from '../../../sign-in/demo-hint'
import { providerName } from '../../../sign-in/provider-name'
import { AccountPage } from '../../_parts/account-page'
import { changePhone } from './change-phone'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.changePhone')
  return { title: t('codesTitle') }
}

/** What the person wants here: to type what came and be done. */
export default async function PhoneCodesPage() {
  const viewer = await requireResident({ back: '/account/phone' })
  const [t, change, provider] = await Promise.all([
    getTranslations('account.changePhone'),
    findOwnPhoneChange({ viewer }, service()),
    providerName(),
  ])
  if (!change) redirect('/account/phone')
  const code = { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 20, width: 'short' } as const
  return (
    <AccountPage
      path="/account/phone/codes"
      title={t('codesTitle')}
      lead={t('codesLead')}
      back={{ href: '/account/phone', label: t('back') }}
    >
      <p>{change.needsOldPhone ? t('both') : t('openid', { provider })}</p>
      <ActionForm action={changePhone}>
        <TextField name="newCode" label={t('newCode', { phone: displayPhone(change.newPhone) })} {...code} />
        {change.needsOldPhone && (
          <TextField name="oldCode" label={t('oldCode', { phone: maskPhone(change.oldPhone) })} {...code} />
        )}
        <p>{t('after', { hours: environment().PHONE_OBJECTION_HOURS })}</p>
        <Button>{t('finish')}</Button>
      </ActionForm>
      <DemoHint />
    </AccountPage>
  )
}
