import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button, ButtonLink } from '@/components/button'
import { requireStaff } from '../../../_session/viewer'
import { CodesShownOnce } from '../../_factor/codes-shown-once'
import { StepUp } from '../../_factor/step-up'
import { AccountPage } from '../_parts/account-page'
import { accountPages } from '../addresses'
import { make } from './make'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff-account.codes')
  return { title: t('title') }
}

/** What a member of staff wants here: a full set of codes for the day when the phone is lost. */
export default async function RecoveryCodesPage() {
  const viewer = await requireStaff({ back: accountPages.recoveryCodes })
  const [t, words] = await Promise.all([
    getTranslations('staff-account.codes'),
    getTranslations('second-factor.codes'),
  ])
  return (
    <AccountPage viewer={viewer} path={accountPages.recoveryCodes} title={t('title')} lead={t('lead')}>
      <ActionForm action={make}>
        <CodesShownOnce
          title={words('title')}
          text={words('text')}
          once={words('once')}
          after={<ButtonLink href={accountPages.home}>{words('kept')}</ButtonLink>}
        >
          <div className="flow">
            <StepUp viewer={viewer} of="recovery-codes" atOnce />
            <Button>{t('go')}</Button>
          </div>
        </CodesShownOnce>
      </ActionForm>
    </AccountPage>
  )
}
