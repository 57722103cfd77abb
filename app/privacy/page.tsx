import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BulletList } from '@/components/bullet-list'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { SummaryList } from '@/components/summary-list'
import { type RetentionRule, retentionInForce } from '@/lib/privacy'
import { service } from '../_service'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title'), description: t('lead') }
}

/**
 * What the person wants here: to know what is collected, who sees it, how long it is kept, and what they can do
 * about it. The notice that 个人信息保护法 art. 17 and 30 ask for, in plain words.
 */
export default async function PrivacyPage() {
  const [t, rules] = await Promise.all([getTranslations('privacy'), retentionInForce(service().db)])
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
        <Retention rules={rules} />
        <p>{t('kept.erased')}</p>
        <h2>{t('automatic.title')}</h2>
        <p>{t('automatic.text')}</p>
        <h2>{t('rights.title')}</h2>
        <BulletList items={RIGHTS.map(key => t(`rights.${key}`))} />
        <p>{t('rights.how')}</p>
        <p>
          <a href="/account/data" className="link-target">
            {t('rights.go')}
          </a>
        </p>
        <h2>{t('cookies.title')}</h2>
        <p>{t('cookies.text')}</p>
        <h2>{t('who.title')}</h2>
        <p>{t('who.text')}</p>
      </Page>
      <PageFooter />
    </>
  )
}

/** How long each kind is kept and by which law, as the night round goes by it. */
async function Retention({ rules }: { rules: readonly RetentionRule[] }) {
  const [t, locale] = await Promise.all([getTranslations('privacy.kept'), getLocale()])
  return (
    <SummaryList
      rows={rules.map(({ kind, keptFor, unit, law, lawEnglish }) => ({
        term: t(`kind.${kind}`),
        value: (
          <>
            {t(unit, { count: keptFor })}
            <span className="block text-small text-ink-soft">{locale === 'en' ? lawEnglish : law}</span>
          </>
        ),
      }))}
    />
  )
}

const COLLECTED = ['name', 'phone', 'address', 'other', 'child', 'record'] as const
const NEVER = ['marriage', 'children', 'pregnancy', 'work', 'tracking'] as const
const SEEN = ['office', 'departments', 'verifiers', 'nobody'] as const
const RIGHTS = ['copy', 'correct', 'erase', 'explain'] as const
