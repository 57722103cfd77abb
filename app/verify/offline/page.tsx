import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MESSAGES } from '@/app/_language/messages'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { environment } from '@/lib/platform/env'
import { OfflineVerifier } from './offline-verifier'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify.offline')
  return { title: t('title'), description: t('lead'), manifest: '/verify/app.webmanifest' }
}

/** What the person wants here, at a desk without a network: whether a certificate is genuine, and how sure that is. */
export default async function OfflineVerifyPage() {
  const [t, language] = await Promise.all([getTranslations('verify.offline'), getLocale()])
  const { offline, words, paper, reader, demonstration } = MESSAGES[language].verify
  // The demo's keys sign the demo's certificates only; a token does not say so by itself.
  const caution = environment().DEMO_MODE === 'on' ? demonstration : null
  return (
    <>
      <PageHeader variant="verifier" path="/verify/offline" />
      <Page title={t('title')} lead={t('lead')} back={{ href: '/verify', label: t('toOnline') }}>
        <OfflineVerifier
          words={{ ...offline, answers: words, paper, reader }}
          locale={language}
          caution={caution}
        />
      </Page>
      <PageFooter />
    </>
  )
}
