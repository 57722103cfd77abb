import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextField } from '@/components/text-field'
import { openidPerson } from '../../_session/openid-steps'
import { ResidentHeader } from '../../_shell/resident-header'
import { destination, signInAddress } from '../addresses'
import { DemoHint } from '../demo-hint'
import { providerName } from '../provider-name'
import { sendLinkCode } from './send-link-code'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign-in.openid.first')
  return { title: t('title') }
}

/** What the person wants here: to come to what is theirs, though this service does not know yet who they are. */
export default async function FirstOpenidPage({ searchParams }: PageProps<'/sign-in/openid'>) {
  const [t, tSignIn, { back }, person, provider] = await Promise.all([
    getTranslations('sign-in.openid.first'),
    getTranslations('sign-in'),
    searchParams,
    openidPerson(),
    providerName(),
  ])
  const leadsTo = destination(typeof back === 'string' ? back : undefined)
  if (!person) redirect(signInAddress({ back: leadsTo }))
  return (
    <>
      <ResidentHeader path="/sign-in" />
      <Page
        title={t('title')}
        lead={t('lead', { provider })}
        back={{ href: signInAddress({ back: leadsTo }), label: t('back') }}
      >
        <p>{t('why')}</p>
        <ActionForm action={sendLinkCode}>
          <input type="hidden" name="back" value={leadsTo} />
          <TextField
            name="phone"
            label={tSignIn('phone')}
            hint={t('phoneHint')}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            maxLength={40}
          />
          <Button>{tSignIn('send')}</Button>
        </ActionForm>
        <DemoHint />
      </Page>
      <PageFooter />
    </>
  )
}
