import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { SummaryList } from '@/components/summary-list'
import { type OwnSession, sessionsOf } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../_service'
import { requireResident } from '../_session/viewer'
import { ResidentHeader } from '../_shell/resident-header'
import { endOthers } from './end-others'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

/** What the person wants here: to see which phone and language count, and to sign out what they left open. */
export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const viewer = await requireResident({ back: '/account' })
  const { db } = service()
  const [t, locale, { ended }, sessions, now] = await Promise.all([
    getTranslations('account'),
    getLocale(),
    searchParams,
    sessionsOf({ viewer }, { db }),
    serviceNow(db),
  ])
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <>
      <ResidentHeader path="/account" />
      <Page title={t('title')} back={{ href: '/applications', label: t('applications') }}>
        {ended && (
          <Notice tone="ok" announced>
            <p>{t('ended')}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { term: t('phone'), value: viewer.maskedPhone },
            {
              term: t('language'),
              value: t(`languages.${locale}`),
              action: {
                href: `/language?${new URLSearchParams({ to: other, back: '/account' })}`,
                label: t(`languages.${other}`),
              },
            },
          ]}
        />
        <p className="text-small text-ink-soft">{t('phoneHint')}</p>
        <h2>{t('sessions.title')}</h2>
        <ul className="flow-small">
          {sessions.map(session => (
            <SessionRow key={session.id} session={session} now={now} />
          ))}
        </ul>
        {sessions.length > 1 && (
          <form action={endOthers}>
            <Button>{t('sessions.endOthers')}</Button>
          </form>
        )}
        <p className="text-small text-ink-soft">{t('sessions.hint')}</p>
        <p>
          <a href="/account/data" className="link-target">
            {t('data')}
          </a>
        </p>
        <p>
          <a href="/privacy" className="link-target">
            {t('privacy')}
          </a>
        </p>
      </Page>
      <PageFooter />
    </>
  )
}

async function SessionRow({ session, now }: { session: OwnSession; now: Date }) {
  const t = await getTranslations('account.sessions')
  return (
    <li className="breakable">
      {session.isThis && <strong>{t('this')} </strong>}
      {t.rich('session', {
        start: () => <Moment instant={session.startedAt} now={now} />,
        seen: () => <Moment instant={session.lastSeenAt} now={now} />,
      })}
    </li>
  )
}
