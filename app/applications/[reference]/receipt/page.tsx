import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { officeName } from '@/app/staff/_parts/office-name'
import { Moment } from '@/components/moment'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { SummaryList } from '@/components/summary-list'
import { applicationAddress } from '../../_parts/addresses'
import { requireOwnCase } from '../_case/own-case'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('applications.receipt')
  return { title: t('title') }
}

/** What the person wants here: a paper that proves the date of acceptance, to print or keep (行政许可法 art. 32). */
export default async function ReceiptPage({ params }: PageProps<'/applications/[reference]/receipt'>) {
  const { found } = await requireOwnCase({ params, page: 'receipt' })
  const { application, office, officeClock, signature, parties } = found
  const [t, locale] = await Promise.all([getTranslations('applications.receipt'), getLocale()])
  const { reference, acceptedAt } = application
  return (
    <>
      <ResidentHeader path={applicationAddress({ reference, page: 'receipt' })} />
      <Page title={t('title')} back={{ href: applicationAddress({ reference }) }}>
        <SummaryList
          rows={[
            { term: t('reference'), value: <strong>{reference}</strong> },
            { term: t('acceptedAt'), value: <Moment instant={acceptedAt} /> },
            {
              term: t('applicant'),
              value: parties.find(({ role }) => role === 'applicant')?.name ?? '',
            },
            { term: t('office'), value: officeName({ office, locale }) },
            { term: t('phone'), value: office.phone },
            ...(officeClock ? [{ term: t('decideBy'), value: <Moment instant={officeClock.dueAt} /> }] : []),
            ...(officeClock?.statutoryDueAt
              ? [{ term: t('statutory'), value: <Moment instant={officeClock.statutoryDueAt} /> }]
              : []),
            ...(signature
              ? [{ term: t('commitment'), value: t('version', { version: signature.signature.version }) }]
              : []),
          ]}
        />
        <p>{t('then')}</p>
        <p className="text-small text-ink-soft">{t('law')}</p>
        <p className="text-small print:hidden">{t('print')}</p>
      </Page>
      <PageFooter />
    </>
  )
}
