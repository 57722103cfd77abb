import { getTranslations } from 'next-intl/server'
import { SummaryList } from '@/components/summary-list'
import { maskEmail, type ResidentViewer } from '@/lib/identity'
import { countUnreadNotices, type Preferences, preferencesOf, sendsEmail } from '@/lib/notifications'
import { environment } from '@/lib/platform/env'
import { service } from '../../_service'

/** How news reaches a resident, each way to be changed, and the list of what was sent. */
export async function MessageWays({ viewer }: { viewer: ResidentViewer }) {
  const [t, tNotices, preferences, count] = await Promise.all([
    getTranslations('account'),
    getTranslations('notices'),
    preferencesOf({ viewer }, service()),
    countUnreadNotices({ viewer }, service()),
  ])
  const { email, language } = preferences
  const change = { href: '/account/preferences', label: t('change') }
  const ways = waysOf(preferences).map(way => t(`channel.${way}`))
  const emailRow = {
    term: t('email'),
    value: email ? maskEmail(email) : t('noEmail'),
    action: { href: '/account/email', label: email ? t('change') : t('add') },
  }
  return (
    <section className="flow-small">
      <h2>{t('messages')}</h2>
      <SummaryList
        rows={[
          ...(sendsEmail(environment()) ? [emailRow] : []),
          { term: t('channels'), value: ways.join(t('join')), action: change },
          { term: t('messageLanguage'), value: t(`languages.${language}`), action: change },
        ]}
      />
      <p>
        <a href="/account/notices" className="link-target">
          {tNotices('toList', { count })}
        </a>
      </p>
    </section>
  )
}

function waysOf({ smsFor, emailFor }: Preferences): ('sms' | 'smsNeeded' | 'email' | 'portal')[] {
  return [
    smsFor === 'everything' ? ('sms' as const) : ('smsNeeded' as const),
    ...(emailFor === 'everything' ? (['email'] as const) : []),
    'portal' as const,
  ]
}
