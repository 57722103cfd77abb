import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../_service'
import { requireStaff } from '../../_session/viewer'
import { oneOf } from '../_parts/addresses'
import { AccountPage } from './_parts/account-page'
import { OwnSessions } from './_parts/own-sessions'
import { WaysToSignIn } from './_parts/ways-to-sign-in'
import { accountPages, doneInAccount } from './addresses'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff-account')
  return { title: t('title') }
}

/** What a member of staff wants here: to see how they sign in, change it, and sign out what they left open. */
export default async function StaffAccountPage({ searchParams }: PageProps<'/staff/account'>) {
  const viewer = await requireStaff({ back: accountPages.home })
  const [t, query, now] = await Promise.all([
    getTranslations('staff-account'),
    searchParams,
    serviceNow(service().db),
  ])
  const done = oneOf(doneInAccount, query.done)
  const { name, staffNumber: number } = viewer
  return (
    <AccountPage
      viewer={viewer}
      path={accountPages.home}
      title={t('title')}
      lead={t('lead', { name, number })}
    >
      {done && (
        <Notice tone="ok" announced>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      <WaysToSignIn viewer={viewer} now={now} />
      <OwnSessions viewer={viewer} now={now} />
    </AccountPage>
  )
}
