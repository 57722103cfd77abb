import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { demoAuthenticator } from '@/lib/identity'
import { latestNotifications } from '@/lib/notifications'
import { serviceNow } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { DemoAuthenticator } from './demo-authenticator'
import { OutboxEntry } from './outbox-entry'

const shownMessages = 50

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outbox')
  return { title: t('title'), robots: { index: false } }
}

/** What the person wants here: the code or link that a real phone would have received, at once. */
export default async function OutboxPage({ searchParams }: PageProps<'/demo/outbox'>) {
  const { DEMO_MODE, PUBLIC_URL: publicUrl } = environment()
  if (DEMO_MODE !== 'on') notFound()
  const { db } = service()
  // The table itself, sent or not yet: the demo does not wait for the worker.
  const [t, { show }, messages, authenticator, now] = await Promise.all([
    getTranslations('outbox'),
    searchParams,
    latestNotifications({ limit: shownMessages }, { db, publicUrl }),
    demoAuthenticator({ db }),
    serviceNow(db),
  ])
  return (
    <>
      <ResidentHeader path="/demo/outbox" />
      <Page title={t('title')} lead={t('lead')}>
        <ButtonLink href="/demo/outbox">{t('refresh')}</ButtonLink>
        <DemoAuthenticator {...authenticator} isOpen={show === 'authenticator'} />
        {messages.length === 0 && <p>{t('empty')}</p>}
        <ol>
          {messages.map(message => (
            <OutboxEntry key={message.id} message={message} now={now} publicUrl={publicUrl} />
          ))}
        </ol>
      </Page>
      <PageFooter />
    </>
  )
}
