import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Tag } from '@/components/tag'
import type { OwnCase } from '@/lib/applications'
import { type MessageOfCase, messagesOfCase } from '@/lib/messages'
import { applicationAddress } from '../../_parts/addresses'

/** The correspondence with the office in two lines: whether something is new, who wrote last, and the way to it. */
export async function OwnMessages({ found }: { found: OwnCase }) {
  const [t, letters] = await Promise.all([
    getTranslations('correspondence'),
    messagesOfCase(service().db, { applicationId: found.application.id }),
  ])
  const newest = letters.at(-1)
  if (!newest) return null
  const unread = letters.filter(({ sender, readAt }) => sender === 'office' && !readAt).length
  return (
    <section id="messages" className="flow-small">
      <h2 className="flex flex-wrap items-center gap-x-3">
        {t('section')}
        {unread > 0 && <Tag tone="ok">{t('unread', { count: unread })}</Tag>}
      </h2>
      <p>
        <Newest letter={newest} now={found.now} />
      </p>
      <p>
        <a href={applicationAddress({ ...found.application, page: 'messages' })} className="link-target">
          {t('open')}
        </a>
      </p>
    </section>
  )
}

async function Newest({ letter, now }: { letter: MessageOfCase; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('correspondence'), getLocale()])
  const when = () => <Moment instant={letter.sentAt} now={now} />
  if (letter.sender === 'resident') return t.rich('newestOfYou', { when })
  const { officeName: name, officeNameEnglish: nameEnglish } = letter
  const office = officeName({ office: { name, nameEnglish }, locale })
  return t.rich('newest', { when, who: t('from', { name: letter.staffName ?? '', office }) })
}
