import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { BulletList } from '@/components/bullet-list'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { serviceNow } from '@/lib/platform/database'
import { COPY_FETCHED_WITHIN_MINUTES, mayFetchCopy, requestsOf, whyAccountStays } from '@/lib/privacy'
import { service } from '../../_service'
import { requireResident } from '../../_session/viewer'
import { ResidentHeader } from '../../_shell/resident-header'
import { OwnRequests } from './_parts/own-requests'
import { WhyAccountStays } from './_parts/why-account-stays'
import { copyAddress, dataPages } from './addresses'
import { askForCopy } from './ask-for-copy'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data-rights')
  return { title: t('title') }
}

/** What the person wants here: a copy of what is held about them, or to have it put right, stopped or erased. */
export default async function DataPage({ searchParams }: PageProps<'/account/data'>) {
  const viewer = await requireResident({ back: dataPages.all })
  const { db } = service()
  const { copy, done } = await searchParams
  const requestId = typeof copy === 'string' ? copy : ''
  const [t, isReady, requests, now] = await Promise.all([
    getTranslations('data-rights'),
    mayFetchCopy(db, { viewer, requestId }),
    requestsOf(db, { viewer }),
    serviceNow(db),
  ])
  return (
    <>
      <ResidentHeader path={dataPages.all} />
      <Page title={t('title')} lead={t('lead')} back={{ href: '/account', label: t('account') }}>
        {isDone(done) && (
          <Notice tone={isAboutWhatStays(done) ? 'warn' : 'ok'} announced>
            <p>{t(`done.${done}`)}</p>
            {isAboutWhatStays(done) && <WhyAccountStays why={await whyAccountStays(db, { viewer })} />}
          </Notice>
        )}
        <h2 id="copy">{t('copy.title')}</h2>
        <p>{t('copy.text')}</p>
        {isReady ? (
          <Notice tone="ok" title={t('copy.ready')} announced>
            <p>
              <a href={copyAddress({ requestId, format: 'pdf' })} download className="link-target">
                {t('copy.pdf')}
              </a>
            </p>
            <p>
              <a href={copyAddress({ requestId, format: 'json' })} download className="link-target">
                {t('copy.json')}
              </a>
            </p>
            <p className="text-small">{t('copy.within', { minutes: COPY_FETCHED_WITHIN_MINUTES })}</p>
          </Notice>
        ) : (
          <ActionForm action={askForCopy}>
            <Button>{t('copy.go')}</Button>
          </ActionForm>
        )}
        <h2>{t('correct.title')}</h2>
        <BulletList items={CORRECT.map(key => t(`correct.${key}`))} />
        <h2>{t('consent.title')}</h2>
        <p>{t('consent.short')}</p>
        <p>
          <a href={dataPages.consent} className="link-target">
            {t('consent.go')}
          </a>
        </p>
        <h2>{t('erase.title')}</h2>
        <p>{t('erase.short')}</p>
        <p>
          <a href={dataPages.erase} className="link-target">
            {t('erase.see')}
          </a>
        </p>
        <h2>{t('other.title')}</h2>
        <p>{t('other.short')}</p>
        <p>
          <a href={dataPages.other} className="link-target">
            {t('other.see')}
          </a>
        </p>
        <OwnRequests requests={requests} now={now} />
        <p>
          <a href="/privacy" className="link-target">
            {t('privacy')}
          </a>
        </p>
      </Page>
      <PageFooter />
    </>
  )
}

const CORRECT = ['draft', 'open', 'certificate', 'rest'] as const
const DONE = [
  'consent',
  'consent-withdrawn',
  'erased',
  'erased-not-account',
  'account-stays',
  'other',
  'other-before',
] as const

function isDone(text: string | string[] | undefined): text is (typeof DONE)[number] {
  return DONE.some(known => known === text)
}

/** The account was to go, and did not. */
function isAboutWhatStays(done: (typeof DONE)[number]): boolean {
  return done === 'erased-not-account' || done === 'account-stays'
}
