import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { BulletList } from '@/components/bullet-list'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import type { ContestedChange } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'

const CHECKS = ['original', 'face', 'story', 'doubt'] as const

/** Before an account passes on once more: that its old number objected, to what, and what to check now. */
export async function ContestedWarning({ contested }: { contested: ContestedChange }) {
  const [t, now] = await Promise.all([
    getTranslations('phone-at-counter.contested'),
    serviceNow(service().db),
  ])
  return (
    <Notice tone="stop" title={t('title')}>
      <p>
        <WhatWasChanged contested={contested} now={now} />
      </p>
      <p>{t.rich('objected', { when: () => <Moment instant={contested.objectedAt} now={now} /> })}</p>
      <BulletList items={CHECKS.map(check => t(`check.${check}`))} />
    </Notice>
  )
}

function WhatWasChanged({ contested, now }: { contested: ContestedChange; now: Date }) {
  const t = useTranslations('phone-at-counter.contested.changed')
  const locale = useLocale()
  const { way, office, newPhoneMasked, changedAt } = contested
  return t.rich(way, {
    office: office ? officeName({ office, locale }) : '',
    phone: newPhoneMasked,
    when: () => <Moment instant={changedAt} now={now} />,
  })
}
