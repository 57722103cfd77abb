import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.notFound')
  return { title: t('title') }
}

export default function NotFound() {
  const t = useTranslations('shell.notFound')
  return (
    <>
      <PageHeader variant="resident" />
      <Page title={t('title')} lead={t('lead')}>
        <p>{t('reference')}</p>
        <p>
          <ButtonLink href="/">{t('home')}</ButtonLink>
        </p>
      </Page>
      <PageFooter />
    </>
  )
}
