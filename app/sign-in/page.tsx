import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextField } from '@/components/text-field'
import { currentViewer } from '../_session/viewer'
import { ResidentHeader } from '../_shell/resident-header'
import { destination } from './addresses'
import { DemoHint } from './demo-hint'
import { sendCode } from './send-code'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign-in')
  return { title: t('title') }
}

/** What the person wants here: to get in with nothing but their phone, and back to where they were. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const [t, { back }, viewer] = await Promise.all([getTranslations('sign-in'), searchParams, currentViewer()])
  const leadsTo = destination(typeof back === 'string' ? back : undefined)
  if (viewer?.kind === 'resident') redirect(leadsTo)
  return (
    <>
      <ResidentHeader path="/sign-in" />
      <Page title={t('title')} lead={t('lead')}>
        <ActionForm action={sendCode}>
          <input type="hidden" name="back" value={leadsTo} />
          <TextField
            name="phone"
            label={t('phone')}
            hint={t('phoneHint')}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            maxLength={40}
          />
          <Button>{t('send')}</Button>
        </ActionForm>
        <DemoHint />
      </Page>
      <PageFooter />
    </>
  )
}
