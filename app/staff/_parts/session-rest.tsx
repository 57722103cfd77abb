import { getLocale, getTranslations } from 'next-intl/server'
import { sayMoment } from '@/components/say-moment'
import { restOfSession, type StaffViewer } from '@/lib/identity'
import { service } from '../../_service'
import { SessionWarning } from './session-warning'

/** Until when one stays signed in: said in time by a script, and on the page itself where none runs. */
export async function SessionRest({ viewer, path }: { viewer: StaffViewer; path: string }) {
  const t = await getTranslations('staff.session')
  const locale = await getLocale()
  const { endsAt, ...rest } = await restOfSession({ viewer }, service())
  const now = new Date(endsAt.getTime() - rest.seconds * 1_000)
  const words = {
    title: t('title'),
    idle: t('idle'),
    last: t('last'),
    stay: t('stay'),
    close: t('close'),
    ended: t('ended'),
    endedLead: t('endedLead'),
    signIn: t('signIn'),
    failed: t('failed'),
  }
  return (
    <>
      <noscript>
        <p className="mx-auto w-full max-w-staff px-4 py-2 text-small text-ink-soft">
          {t('without', { end: sayMoment({ instant: endsAt, now, locale, byName: false }) })}
        </p>
      </noscript>
      <SessionWarning
        rest={rest}
        words={words}
        signIn={`/staff/sign-in?${new URLSearchParams({ back: path })}`}
      />
    </>
  )
}
