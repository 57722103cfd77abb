import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Moment } from '@/components/moment'
import { Tag } from '@/components/tag'
import { markNoticesRead, type Notice, noticesOf, undeliveredOf } from '@/lib/notifications'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../_service'
import { requireResident } from '../../_session/viewer'
import { AccountPage } from '../_parts/account-page'
import { UndeliveredNotice } from '../_parts/undelivered-notice'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('title') }
}

/** What the person wants here: what was sent to them, and whether they missed something. */
export default async function NoticesPage() {
  const viewer = await requireResident({ back: '/account/notices' })
  const { db } = service()
  const [t, notices, undelivered, now] = await Promise.all([
    getTranslations('notices'),
    noticesOf({ viewer }, { db }),
    undeliveredOf({ viewer }, { db }),
    serviceNow(db),
  ])
  // After reading them, so that this once they still show as new.
  await markNoticesRead({ viewer }, { db })
  return (
    <AccountPage
      path="/account/notices"
      title={t('title')}
      lead={notices.length > 0 ? t('lead') : t('empty')}
    >
      <UndeliveredNotice undelivered={undelivered} now={now} />
      {notices.length > 0 && (
        <ol className="border-t border-line">
          {notices.map(notice => (
            <NoticeRow key={notice.id} notice={notice} now={now} />
          ))}
        </ol>
      )}
    </AccountPage>
  )
}

async function NoticeRow({ notice, now }: { notice: Notice; now: Date }) {
  const t = await getTranslations('notices')
  const { template, reference, link, createdAt, isUnread } = notice
  return (
    <li className="border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-x-3">
        {link ? <a href={link}>{t(`names.${template}`)}</a> : <span>{t(`names.${template}`)}</span>}
        {isUnread && <Tag tone="warn">{t('unread')}</Tag>}
      </p>
      <p className="flex flex-wrap gap-x-4 text-small text-ink-soft tabular-nums">
        <Moment instant={createdAt} now={now} />
        {reference && <span>{reference}</span>}
        <span>{await sayDelivery(notice)}</span>
      </p>
    </li>
  )
}

/** How it came: 已发短信，也发了邮件. */
async function sayDelivery({ delivery, channel, alsoByEmail }: Notice): Promise<string> {
  const t = await getTranslations('notices')
  const said =
    channel === 'email' && delivery !== 'portal' ? t(`deliveryEmail.${delivery}`) : t(`delivery.${delivery}`)
  return alsoByEmail ? `${said} · ${t('alsoByEmail')}` : said
}
