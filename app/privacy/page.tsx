import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { BulletList } from '@/components/bullet-list'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title'), description: t('lead') }
}

/** The notice that 个人信息保护法 art. 17 and 30 ask for, in plain words. */
export default function PrivacyPage() {
  const t = useTranslations('privacy')
  return (
    <>
      <PageHeader variant="resident" path="/privacy" />
      <Page title={t('title')} lead={t('lead')}>
        <h2>{t('collected.title')}</h2>
        <BulletList items={COLLECTED.map(key => t(`collected.${key}`))} />
        <h2>{t('sensitive.title')}</h2>
        <p>{t('sensitive.text')}</p>
        <h2>{t('never.title')}</h2>
        <BulletList items={NEVER.map(key => t(`never.${key}`))} />
        <h2>{t('seen.title')}</h2>
        <BulletList items={SEEN.map(key => t(`seen.${key}`))} />
        <h2>{t('kept.title')}</h2>
        <p>{t('kept.text')}</p>
        <h2>{t('automatic.title')}</h2>
        <p>{t('automatic.text')}</p>
        <h2>{t('rights.title')}</h2>
        <BulletList items={RIGHTS.map(key => t(`rights.${key}`))} />
        <p>{t('rights.how')}</p>
        <h2>{t('cookies.title')}</h2>
        <p>{t('cookies.text')}</p>
        <h2>{t('who.title')}</h2>
        <p>{t('who.text')}</p>
      </Page>
      <PageFooter />
    </>
  )
}

const COLLECTED = ['name', 'phone', 'address', 'other', 'child', 'record'] as const
const NEVER = ['marriage', 'children', 'pregnancy', 'work', 'tracking'] as const
const SEEN = ['office', 'departments', 'verifiers', 'nobody'] as const
const RIGHTS = ['copy', 'correct', 'erase', 'explain'] as const
