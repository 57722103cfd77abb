import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MESSAGES } from '@/app/_language/messages'
import { ActionForm } from '@/components/action-form'
import { BulletList } from '@/components/bullet-list'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { TextField } from '@/components/text-field'
import { environment } from '@/lib/platform/env'
import { ReadAndOpen } from './_reader/read-and-open'
import { verifyLink, verifyNumber } from './verify-typed'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify.form')
  return { title: t('title'), description: t('lead'), manifest: '/verify/app.webmanifest' }
}

/** What the person wants here: to check a paper whose QR code they cannot scan, and to know when to trust it. */
export default async function VerifyPage() {
  const [t, offline, language] = await Promise.all([
    getTranslations('verify.form'),
    getTranslations('verify.offline'),
    getLocale(),
  ])
  const host = new URL(environment().PUBLIC_URL).host
  return (
    <>
      <PageHeader variant="verifier" path="/verify" />
      <Page title={t('title')} lead={t('lead')}>
        <h2>{t('byNumber')}</h2>
        <ActionForm action={verifyNumber}>
          <TextField
            name="number"
            label={t('number')}
            hint={t('numberHint')}
            inputMode="numeric"
            maxLength={100}
          />
          <TextField
            name="check"
            label={t('checkCode')}
            hint={t('checkCodeHint')}
            width="short"
            maxLength={20}
          />
          <Button>{t('verify')}</Button>
        </ActionForm>
        <h2>{t('orLink')}</h2>
        <ActionForm action={verifyLink}>
          <TextField name="link" label={t('link')} hint={t('linkHint', { host })} width="full" />
          <Button kind="secondary">{t('verify')}</Button>
        </ActionForm>
        <h2>{t('orRead')}</h2>
        <ReadAndOpen words={MESSAGES[language].verify.reader} />
        <p>
          {t('install')}{' '}
          <a href="/verify/offline" className="link-target">
            {offline('toOffline')}
          </a>
        </p>
        <h2>{t('how.title')}</h2>
        <BulletList items={[t('how.scan', { host }), t('how.compare'), t('how.print')]} />
        <p className="text-small text-ink-soft">
          <a href="/verify/integrators" className="link-target">
            {t('integrators')}
          </a>
        </p>
      </Page>
      <PageFooter />
    </>
  )
}
