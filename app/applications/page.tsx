import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { serviceForViewer } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { applyAddress } from '@/app/apply/_parts/addresses'
import { KeepOfflinePage } from '@/app/offline/keep-offline-page'
import { ButtonLink } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { applicationsOf, draftsOf, mandateRequestsFor } from '@/lib/applications'
import { serviceNow } from '@/lib/platform/database'
import { ApplicationRow } from './_parts/application-row'
import { MandateRequests } from './_parts/mandate-requests'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('applications')
  return { title: t('title') }
}

/** What the person wants here: to see in one look where each application stands and whether they must act. */
export default async function ApplicationsPage({ searchParams }: PageProps<'/applications'>) {
  const viewer = await requireResident({ back: '/applications' })
  const { db } = serviceForViewer()
  const [t, tMandate, { thanks }, submitted, drafts, requests, now] = await Promise.all([
    getTranslations('applications'),
    getTranslations('mandate'),
    searchParams,
    applicationsOf({ viewer }, { db }),
    draftsOf({ viewer }, { db }),
    mandateRequestsFor({ viewer }, { db }),
    serviceNow(db),
  ])
  const hasNone = submitted.length === 0 && drafts.length === 0
  return (
    <>
      <KeepOfflinePage />
      <ResidentHeader path="/applications" />
      <Page title={t('title')} lead={hasNone ? t('empty') : t('lead')}>
        {thanks === 'wrong-phone' && (
          <Notice tone="ok" announced>
            <p>{tMandate('thanks')}</p>
          </Notice>
        )}
        <MandateRequests requests={requests} now={now} />
        <ButtonLink href="/apply">{hasNone ? t('start') : t('startAnother')}</ButtonLink>
        {drafts.length > 0 && (
          <section className="flow-small">
            <h2>{t('draftsTitle')}</h2>
            <ul>
              {drafts.map(draft => (
                <li key={draft.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
                  <span>{t.rich('draft', { when: () => <Moment instant={draft.savedAt} now={now} /> })}</span>
                  <a href={applyAddress({ draftId: draft.id })} className="link-target">
                    {t('continueDraft')}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {submitted.length > 0 && (
          <section className="flow-small">
            <h2>{t('submittedTitle')}</h2>
            <ul>
              {submitted.map(application => (
                <ApplicationRow key={application.reference} application={application} now={now} />
              ))}
            </ul>
          </section>
        )}
        <p>
          <a href="/account" className="link-target">
            {t('account')}
          </a>
        </p>
      </Page>
      <PageFooter />
    </>
  )
}
