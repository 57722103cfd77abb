import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextField } from '@/components/text-field'
import { displayPhone } from '@/lib/identity'
import { openidPerson } from '../../../_session/openid-steps'
import { pendingPhone } from '../../../_session/pending-phone'
import { ResidentHeader } from '../../../_shell/resident-header'
import { destination, signInAddress } from '../../addresses'
import { DemoHint } from '../../demo-hint'
import { NoCode } from '../../no-code'
import { sendLinkCodeAgain } from '../send-link-code'
import { chooseAccount } from './choose-account'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign-in.openid.first')
  return { title: t('codeTitle') }
}

/** What the person wants here: to say whether they were here before, and to be let in to the right account. */
export default async function ChooseAccountPage({ searchParams }: PageProps<'/sign-in/openid/code'>) {
  const [t, tSignIn, { back, sent }, person, phone] = await Promise.all([
    getTranslations('sign-in.openid.first'),
    getTranslations('sign-in'),
    searchParams,
    openidPerson(),
    pendingPhone(),
  ])
  const leadsTo = destination(typeof back === 'string' ? back : undefined)
  if (!person || !phone) redirect(signInAddress({ back: leadsTo }))
  const news = sent === 'again' || sent === 'before' ? sent : 'now'
  return (
    <>
      <ResidentHeader path="/sign-in" />
      <Page
        title={t('codeTitle')}
        lead={tSignIn(`sent.${news}`, { phone: displayPhone(phone) })}
        back={{
          href: `/sign-in/openid?${new URLSearchParams({ back: leadsTo })}`,
          label: tSignIn('otherPhone'),
        }}
      >
        <ActionForm action={chooseAccount}>
          <input type="hidden" name="back" value={leadsTo} />
          <ChoiceField
            name="choice"
            label={t('choice.label')}
            choices={[
              { value: 'link', label: t('choice.link'), hint: t('choice.linkHint') },
              { value: 'new', label: t('choice.new'), hint: t('choice.newHint') },
            ]}
          />
          <TextField
            name="code"
            label={tSignIn('code')}
            hint={tSignIn('codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            width="short"
          />
          <Button>{tSignIn('enter')}</Button>
        </ActionForm>
        <NoCode action={sendLinkCodeAgain} back={leadsTo} purpose="link-openid" phone={phone} />
        <DemoHint />
      </Page>
      <PageFooter />
    </>
  )
}
