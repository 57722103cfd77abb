import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button, ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextField } from '@/components/text-field'
import { openidSettings } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { SESSION_OVER } from '../_session/sign-in-again'
import { currentViewer } from '../_session/viewer'
import { ResidentHeader } from '../_shell/resident-header'
import { destination, openidProblemOf } from './addresses'
import { DemoHint } from './demo-hint'
import { providerName } from './provider-name'
import { sendCode } from './send-code'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign-in')
  return { title: t('title') }
}

/** What the person wants here: to get in with nothing but their phone, and back to where they were. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const [t, { back, problem, because }, viewer] = await Promise.all([
    getTranslations('sign-in'),
    searchParams,
    currentViewer(),
  ])
  const wentWrong = openidProblemOf(problem)
  const leadsTo = destination(typeof back === 'string' ? back : undefined)
  if (viewer?.kind === 'resident') redirect(leadsTo)
  return (
    <>
      <ResidentHeader path="/sign-in" />
      <Page title={t('title')} lead={t('lead')}>
        {wentWrong && (
          <Notice tone="stop" announced>
            <p>{t(`openid.problem.${wentWrong}`, { provider: await providerName() })}</p>
          </Notice>
        )}
        {because === SESSION_OVER && (
          <Notice announced>
            <p>{t('sessionOver')}</p>
          </Notice>
        )}
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
        <OtherWay back={leadsTo} />
        <DemoHint />
      </Page>
      <PageFooter />
    </>
  )
}

/** The provincial portal or whichever provider is configured; nothing where there is none. */
async function OtherWay({ back }: { back: string }) {
  if (!openidSettings(environment())) return null
  const [t, provider] = await Promise.all([getTranslations('sign-in.openid'), providerName()])
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <p>{t('text', { provider })}</p>
      <ButtonLink href={`/sign-in/openid/start?${new URLSearchParams({ back })}`} kind="secondary">
        {t('go', { provider })}
      </ButtonLink>
    </section>
  )
}
