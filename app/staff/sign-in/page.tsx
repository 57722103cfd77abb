import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageHeader } from '@/components/page-header'
import { TextField } from '@/components/text-field'
import { environment } from '@/lib/platform/env'
import { SESSION_OVER } from '../../_session/sign-in-again'
import { currentViewer } from '../../_session/viewer'
import { placeOfRole } from '../_parts/place-of-role'
import { DemoAccounts } from './demo-accounts'
import { signIn } from './sign-in'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.signIn')
  return { title: t('title') }
}

/** What a member of staff wants here: to be at their cases, with a name and a password. */
export default async function StaffSignInPage({ searchParams }: PageProps<'/staff/sign-in'>) {
  const { back, because } = await searchParams
  const viewer = await currentViewer()
  if (viewer?.kind === 'staff') redirect(placeOfRole[viewer.role])
  const [t, tSignIn] = await Promise.all([getTranslations('staff.signIn'), getTranslations('sign-in')])
  const asked = typeof back === 'string' ? back : '/staff'
  return (
    <>
      <PageHeader variant="staff" path={`/staff/sign-in?${new URLSearchParams({ back: asked })}`} />
      <Page title={t('title')}>
        {viewer?.kind === 'resident' && (
          <Notice title={t('residentTitle')}>
            <p>{t('resident', { phone: viewer.maskedPhone })}</p>
            <p>
              <a href="/applications">{t('toApplications')}</a>
            </p>
          </Notice>
        )}
        {because === SESSION_OVER && (
          <Notice announced>
            <p>{tSignIn('sessionOver')}</p>
          </Notice>
        )}
        <ActionForm action={signIn}>
          <input type="hidden" name="back" value={asked.slice(0, 1_000)} />
          <TextField name="name" label={t('name')} autoComplete="username" maxLength={100} />
          <TextField
            name="password"
            label={t('password')}
            type="password"
            autoComplete="current-password"
            maxLength={1_024}
          />
          <Button>{t('go')}</Button>
        </ActionForm>
        <p className="text-small text-ink-soft">{t('forgotten')}</p>
        {environment().DEMO_MODE === 'on' && <DemoAccounts />}
      </Page>
    </>
  )
}
