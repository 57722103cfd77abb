import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { SummaryList } from '@/components/summary-list'
import { linkedSince, openidSettings, type ResidentViewer } from '@/lib/identity'
import { environment } from '@/lib/platform/env'
import { service } from '../../_service'
import { providerName } from '../../sign-in/provider-name'
import { unlink } from '../unlink'

/** By what a resident signs in: their phone, and the provider where one is configured. */
export async function SignInWays({ viewer, now }: { viewer: ResidentViewer; now: Date }) {
  const settings = openidSettings(environment())
  const [t, configured, since] = await Promise.all([
    getTranslations('account'),
    providerName(),
    linkedSince({ viewer }, service()),
  ])
  const provider = configured || t('otherWay')
  const phone = {
    term: t('phone'),
    value: viewer.maskedPhone,
    action: { href: '/account/phone', label: t('change') },
  }
  const openid = {
    term: provider,
    value: since ? t.rich('linked', { when: () => <Moment instant={since} now={now} /> }) : t('notLinked'),
    ...(!since && {
      action: { href: '/sign-in/openid/start?link=yes&back=%2Faccount', label: t('link') },
    }),
  }
  return (
    <section className="flow-small">
      <h2>{t('signInWays')}</h2>
      <SummaryList rows={settings || since ? [phone, openid] : [phone]} />
      {since && (
        <form action={unlink}>
          <Button kind="link">{t('unlink', { provider })}</Button>
        </form>
      )}
    </section>
  )
}
