import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import { sayMoment } from '@/components/say-moment'
import { undeliveredOfCase } from '@/lib/notifications'
import type { StaffCase } from '@/lib/supervision'
import { service } from '../../../_service'
import { RESIDENTS_PATH } from '../../residents/addresses'

/** The reasons that have words of their own; every other is that many tries did not succeed. */
const knownReasons = ['number-not-reached', 'mailbox-not-reached', 'no-way-for-email'] as const

/** That a message did not reach the resident, so that somebody calls before a deadline of theirs runs out. */
export async function Undelivered({ found: { application, now } }: { found: StaffCase }) {
  const undelivered = await undeliveredOfCase({ applicationId: application.id }, service())
  if (!undelivered) return null
  const [t, locale] = await Promise.all([getTranslations('notices'), getLocale()])
  const { channel, template, at, why } = undelivered
  const reason = knownReasons.find(known => known === why) ?? 'other'
  return (
    <Notice tone="warn" title={t(`undeliveredStaff.title.${channel}`)}>
      <p>
        {t('undeliveredStaff.text', {
          when: sayMoment({ instant: at, now, locale }),
          name: t(`names.${template}`),
          why: t(`why.${reason}`),
        })}
      </p>
      <p>
        {t(`undeliveredStaff.${channel}`)}{' '}
        {channel === 'sms' && <a href={RESIDENTS_PATH}>{t('undeliveredStaff.change')}</a>}
      </p>
    </Notice>
  )
}
