import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { applicationAddress, applyAddress } from '@/app/apply/_parts/addresses'
import { ReceiptFacts } from '@/app/apply/_parts/receipt-facts'
import { BulletList } from '@/components/bullet-list'
import { ButtonLink } from '@/components/button'
import { ClockPanel } from '@/components/clock-panel'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { Tag } from '@/components/tag'
import { findDraft, findOwnApplication } from '@/lib/applications'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apply.receipt')
  return { title: t('title') }
}

/** What the person wants here: the dated receipt, by when they have their answer, and what happens next. */
export default async function ReceiptPage({ params }: PageProps<'/apply/[draftId]/receipt'>) {
  const { draftId } = await params
  const viewer = await requireResident({ back: applyAddress({ draftId, step: 'receipt' }) })
  const found = await findDraft({ draftId, viewer }, service())
  if (found.ok) redirect(applyAddress({ draftId }))
  const reference = String(found.details.reference ?? '')
  const own = await findOwnApplication({ reference, viewer }, service())
  if (!own?.officeClock) notFound()
  const { officeClock: clock, office, reader, now, parties } = own
  const [t, shell, locale] = await Promise.all([
    getTranslations('apply.receipt'),
    getTranslations('shell'),
    getLocale(),
  ])
  const lapse = t(reader === 'proxy' ? 'lapseForProxy' : 'lapse')
  const namesOther = parties.some(({ role }) => role === 'other_parent')
  return (
    <>
      <ResidentHeader path={applyAddress({ draftId, step: 'receipt' })} />
      <Page title={t('title')} mark={<Tag tone="ok">{t('banner')}</Tag>} lead={t('lead')}>
        <p className="hidden print:block">{shell('documentTitle')}</p>
        <ClockPanel
          who={t('decideBy', { office: officeName({ office, locale }) })}
          when={<Moment instant={clock.dueAt} now={now} byName={false} />}
          then={clock.provisional ? `${lapse} ${t('provisional')}` : lapse}
          urgency="green"
          word={t('clock')}
        />
        <ReceiptFacts own={own} clock={clock} />
        <p>{t('text')}</p>
        <div className="flow-small print:hidden">
          <h2>{t('next.title')}</h2>
          <BulletList
            items={[
              t('next.sms', { phone: viewer.maskedPhone }),
              t('next.contact'),
              ...(namesOther ? [t('next.otherParent')] : []),
              t('next.certificate'),
            ]}
          />
          <p className="text-small text-ink-soft">{t('print')}</p>
          <ButtonLink href={applicationAddress({ reference })}>{t('follow')}</ButtonLink>
        </div>
      </Page>
      <PageFooter />
    </>
  )
}
