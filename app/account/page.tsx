import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { type OwnSession, sessionsOf } from '@/lib/identity'
import { undeliveredOf } from '@/lib/notifications'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../_service'
import { requireResident } from '../_session/viewer'
import { openidProblemOf } from '../sign-in/addresses'
import { providerName } from '../sign-in/provider-name'
import { AccountPage } from './_parts/account-page'
import { MessageWays } from './_parts/message-ways'
import { SignInWays } from './_parts/sign-in-ways'
import { UndeliveredNotice } from './_parts/undelivered-notice'
import { endOthers } from './end-others'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

const done = ['linked', 'unlinked', 'phone', 'email', 'email-removed', 'preferences'] as const

/** What the person wants here: how they sign in, how news reaches them, and to sign out what they left open. */
export default async function OwnAccountPage({ searchParams }: PageProps<'/account'>) {
  const viewer = await requireResident({ back: '/account' })
  const { db } = service()
  const [t, query, sessions, now, undelivered] = await Promise.all([
    getTranslations('account'),
    searchParams,
    sessionsOf({ viewer }, { db }),
    serviceNow(db),
    undeliveredOf({ viewer }, { db }),
  ])
  const news = done.find(word => word === query.done)
  return (
    <AccountPage
      path="/account"
      title={t('title')}
      back={{ href: '/applications', label: t('applications') }}
    >
      {(query.ended || news) && (
        <Notice tone="ok" announced>
          <p>{news ? t(`done.${news}`) : t('ended')}</p>
        </Notice>
      )}
      <LinkProblem asked={query.problem} />
      <UndeliveredNotice undelivered={undelivered} now={now} />
      <SignInWays viewer={viewer} now={now} />
      <MessageWays viewer={viewer} />
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
    </AccountPage>
  )
}

/** Why a link to the provider was not made. */
async function LinkProblem({ asked }: { asked: string | string[] | undefined }) {
  const problem = openidProblemOf(asked)
  if (!problem && asked !== 'not-while-assisted') return null
  const [t, tAccount, provider] = await Promise.all([
    getTranslations('sign-in.openid.problem'),
    getTranslations('account'),
    providerName(),
  ])
  return (
    <Notice tone="stop" announced>
      <p>{problem ? t(problem, { provider }) : tAccount('notWhileAssisted')}</p>
    </Notice>
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
