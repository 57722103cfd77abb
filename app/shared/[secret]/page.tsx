import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { urgencyLook } from '@/app/_case/urgency-look'
import { service } from '@/app/_service'
import { clientAddress } from '@/app/_session/client-address'
import { TimeLeft } from '@/app/applications/_parts/time-left'
import { ButtonLink } from '@/components/button'
import { ClockPanel } from '@/components/clock-panel'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { findSharedStatus, type SharedStatus } from '@/lib/applications'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('share.shared')
  return { title: t('title'), robots: { index: false } }
}

/** What family wants here: is it done, and if not, by when. */
export default async function SharedStatusPage({ params }: PageProps<'/shared/[secret]'>) {
  const { secret } = await params
  const found = await findSharedStatus({ secret, address: await clientAddress() }, service())
  return (
    <>
      <PageHeader variant="resident" path={`/shared/${encodeURIComponent(secret)}`} />
      {found.ok ? (
        <Status shared={found.value} />
      ) : found.failure === 'limit-reached' ? (
        <Wait seconds={Number(found.details.retryAfterSeconds ?? 60)} />
      ) : (
        <Gone />
      )}
      <PageFooter />
    </>
  )
}

async function Status({ shared }: { shared: SharedStatus }) {
  const [t, tAll, locale] = await Promise.all([
    getTranslations('share.shared'),
    getTranslations('applications'),
    getLocale(),
  ])
  const { status, referenceEnding, office, acceptedAt, endedAt, clock, expiresAt, now, time } = shared
  const name = officeName({ office, locale })
  const then = status === 'draft' ? null : t(`next.${status}`)
  const phone = () => (
    <a href={`tel:${office.phone}`} className="whitespace-nowrap">
      {office.phone}
    </a>
  )
  return (
    <Page
      title={tAll(`status.${status}`)}
      lead={t('lead')}
      progress={t('reference', { ending: referenceEnding })}
    >
      {clock ? (
        <ClockPanel
          who={clock.kind === 'office-must-decide' ? tAll('clock.office', { office: name }) : t('applicant')}
          when={<Moment instant={clock.dueAt} now={now} byName={false} />}
          left={clock.dueAt > now && <TimeLeft {...time} dueAt={clock.dueAt} now={now} />}
          then={then}
          urgency={urgencyLook({ ...time, now, dueAt: clock.dueAt })}
        />
      ) : (
        <p>{then}</p>
      )}
      <ul>
        <li>{t.rich('accepted', { when: () => <Moment instant={acceptedAt} now={now} /> })}</li>
        {endedAt && <li>{t.rich('ended', { when: () => <Moment instant={endedAt} now={now} /> })}</li>}
        <li>{t.rich('office', { office: name, phone })}</li>
      </ul>
      <p className="text-small">
        {t.rich('until', { when: () => <Moment instant={expiresAt} now={now} byName={false} /> })}
      </p>
    </Page>
  )
}

async function Gone() {
  const t = await getTranslations('share.shared.gone')
  return (
    <Page title={t('title')} lead={t('text')}>
      <p>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </p>
    </Page>
  )
}

async function Wait({ seconds }: { seconds: number }) {
  const t = await getTranslations('share.shared.wait')
  return (
    <Page title={t('title')}>
      <p>{t('text', { minutes: Math.ceil(seconds / 60) })}</p>
    </Page>
  )
}
