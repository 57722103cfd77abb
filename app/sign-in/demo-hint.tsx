import { useTranslations } from 'next-intl'
import { Notice } from '@/components/notice'
import { environment } from '@/lib/platform/env'

/** In the demo no message reaches a phone: says where to read them instead. */
export function DemoHint() {
  const t = useTranslations('sign-in.demo')
  if (environment().DEMO_MODE !== 'on') return null
  return (
    <Notice title={t('title')}>
      <p>
        {t('text')}
        <a href="/demo/outbox" target="_blank" rel="noreferrer">
          {t('outbox')}
        </a>
      </p>
    </Notice>
  )
}
