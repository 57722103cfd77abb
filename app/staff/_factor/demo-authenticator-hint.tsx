import { useTranslations } from 'next-intl'
import { Notice } from '@/components/notice'
import { environment } from '@/lib/platform/env'

/** In the demo nobody has the phone: says where its codes are. */
export function DemoAuthenticatorHint() {
  const t = useTranslations('second-factor.signIn')
  if (environment().DEMO_MODE !== 'on') return null
  return (
    <Notice>
      <p>
        {t('demo')}{' '}
        <a href="/demo/outbox?show=authenticator" target="_blank" rel="noreferrer">
          {t('demoLink')}
        </a>
      </p>
    </Notice>
  )
}
