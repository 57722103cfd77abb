import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BulletList } from '@/components/bullet-list'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { draftsOf, formContext, MOST_DRAFTS } from '@/lib/applications'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../_service'
import { requireResident } from '../_session/viewer'
import { ResidentHeader } from '../_shell/resident-header'
import { DraftList } from './_parts/draft-list'
import { start } from './start'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apply')
  return { title: t('title') }
}

const ASKED = ['who', 'applicant', 'otherParent', 'address', 'stage', 'commitment'] as const

/** What the person wants here: to know what they will be asked and how long it takes, and to start or go on. */
export default async function ApplyPage({ searchParams }: PageProps<'/apply'>) {
  const viewer = await requireResident({ back: '/apply' })
  const { db } = service()
  const [t, { because, done }, drafts, context, now] = await Promise.all([
    getTranslations('apply'),
    searchParams,
    draftsOf({ viewer }, { db }),
    formContext(db, { viewer }),
    serviceNow(db),
  ])
  const isFull = drafts.length >= MOST_DRAFTS
  return (
    <>
      <ResidentHeader path="/apply" />
      <Page title={t('title')} lead={t('start.lead')}>
        {done === 'removed' && (
          <Notice tone="ok" announced>
            <p>{t('start.removed')}</p>
          </Notice>
        )}
        {(isFull || because === 'full') && (
          <Notice tone="warn" announced>
            <p>{t('start.full', { most: MOST_DRAFTS })}</p>
          </Notice>
        )}
        <DraftList drafts={drafts} context={context} now={now} />
        <h2>{t('start.asked.title')}</h2>
        <BulletList items={ASKED.map(key => t(`start.asked.${key}`))} />
        <p>{t('start.notAsked')}</p>
        {!isFull && (
          <form action={start}>
            <Button kind={drafts.length > 0 ? 'secondary' : 'primary'}>
              {drafts.length > 0 ? t('start.another') : t('start.new')}
            </Button>
          </form>
        )}
      </Page>
      <PageFooter />
    </>
  )
}
