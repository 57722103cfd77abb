import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextField } from '@/components/text-field'
import { displayPhone } from '@/lib/identity'
import { pendingPhone } from '../../_session/pending-phone'
import { ResidentHeader } from '../../_shell/resident-header'
import { destination } from '../addresses'
import { DemoHint } from '../demo-hint'
import { NoCode } from '../no-code'
import { sendCodeAgain } from '../send-code'
import { signIn } from './sign-in'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign-in')
  return { title: t('codeTitle') }
}

/** What the person wants here: to type the code once and be in; if none came, to get another. */
export default async function CodePage({ searchParams }: PageProps<'/sign-in/code'>) {
  const [t, { back, sent }, phone] = await Promise.all([
    getTranslations('sign-in'),
    searchParams,
    pendingPhone(),
  ])
  const leadsTo = destination(typeof back === 'string' ? back : undefined)
  if (!phone) redirect(`/sign-in?${new URLSearchParams({ back: leadsTo })}`)
  const news = sent === 'again' || sent === 'before' ? sent : 'now'
  return (
    <>
      <ResidentHeader path="/sign-in" />
      <Page
        title={t('codeTitle')}
        lead={t(`sent.${news}`, { phone: displayPhone(phone) })}
        back={{ href: `/sign-in?${new URLSearchParams({ back: leadsTo })}`, label: t('otherPhone') }}
      >
        <ActionForm action={signIn}>
          <input type="hidden" name="back" value={leadsTo} />
          <TextField
            name="code"
            label={t('code')}
            hint={t('codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            width="short"
          />
          <Button>{t('enter')}</Button>
        </ActionForm>
        <NoCode action={sendCodeAgain} back={leadsTo} purpose="sign-in" phone={phone} />
        <DemoHint />
      </Page>
      <PageFooter />
    </>
  )
}
