import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BulletList } from '@/components/bullet-list'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problem.offline')
  return { title: t('title'), robots: { index: false } }
}

const KNOWN = ['submitted', 'drafts', 'messages', 'paper'] as const

/**
 * What the person wants here, whose phone reaches nobody: to know that nothing is lost, what goes on without them,
 * and what to do. It tells nothing of anybody, since it is kept on the phone.
 */
export default async function OfflinePage() {
  const t = await getTranslations('problem.offline')
  return (
    <>
      <PageHeader variant="resident" />
      <Page title={t('title')} lead={t('lead')}>
        {/* The address of the page that could not be reached: to it, once more. */}
        <ButtonLink href="">{t('again')}</ButtonLink>
        <h2>{t('known')}</h2>
        <BulletList items={KNOWN.map(key => t(key))} />
        <p>{t('call')}</p>
      </Page>
      <PageFooter />
    </>
  )
}
