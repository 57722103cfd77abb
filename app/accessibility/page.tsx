import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { BulletList } from '@/components/bullet-list'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessibility')
  return { title: t('title'), description: t('lead') }
}

/** What was and what was not checked. Change it with the product: a claim here must be true. */
export default function AccessibilityPage() {
  const t = useTranslations('accessibility')
  return (
    <>
      <PageHeader variant="resident" path="/accessibility" />
      <Page title={t('title')} lead={t('lead')}>
        <h2>{t('aim.title')}</h2>
        <p>{t('aim.text')}</p>
        <h2>{t('can.title')}</h2>
        <BulletList items={CAN.map(key => t(`can.${key}`))} />
        <h2>{t('checked.title')}</h2>
        <BulletList items={CHECKED.map(key => t(`checked.${key}`))} />
        <h2>{t('unchecked.title')}</h2>
        <BulletList items={UNCHECKED.map(key => t(`unchecked.${key}`))} />
        <h2>{t('tell.title')}</h2>
        <p>{t('tell.text')}</p>
      </Page>
      <PageFooter />
    </>
  )
}

const CAN = ['large', 'zoom', 'keyboard', 'script', 'time', 'help'] as const
const CHECKED = ['contrast', 'width', 'keyboard', 'sizes', 'states'] as const
const UNCHECKED = ['people', 'reader', 'voice', 'pdf'] as const
