import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { sayMoment } from '@/components/say-moment'
import type { Undelivered } from '@/lib/notifications'

type UndeliveredNoticeProps = { undelivered: Undelivered | null; now: Date }

/** Tells a resident that a message did not reach them, and what to do about it; nothing when all arrived. */
export async function UndeliveredNotice({ undelivered, now }: UndeliveredNoticeProps) {
  if (!undelivered) return null
  const [t, locale] = await Promise.all([getTranslations('notices'), getLocale()])
  const { channel, template, at } = undelivered
  const when = sayMoment({ instant: at, now, locale })
  const name = t(`names.${template}`)
  return (
    <Notice tone="warn" title={t(`undelivered.title.${channel}`)}>
      <p>{t('undelivered.text', { when, name })}</p>
      <p>
        {t(`undelivered.${channel}`)}
        <a href={channel === 'sms' ? '/account/phone' : '/account/email'}>
          {t(`undelivered.${channel}Link`)}
        </a>
      </p>
    </Notice>
  )
}
