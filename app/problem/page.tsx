import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problem')
  return { title: t('title'), robots: { index: false } }
}

const refusals = ['not-our-page', 'too-large'] as const

/** What the person wants here: to learn that nothing was lost, what to do, and the number to tell 12345. */
export default async function ProblemPage({ searchParams }: PageProps<'/problem'>) {
  const [t, tActions, { because, number }] = await Promise.all([
    getTranslations('problem'),
    getTranslations('actions'),
    searchParams,
  ])
  const refusal = refusals.find(known => known === because)
  return (
    <>
      <PageHeader variant="resident" />
      <Page title={t('title')} lead={refusal ? tActions(refusal) : t('lead')}>
        <p>{t('call')}</p>
        {isProblemNumber(number) && <p className="tabular-nums">{t('number', { number })}</p>}
        <p>
          <ButtonLink href="/">{t('home')}</ButtonLink>
        </p>
      </Page>
      <PageFooter />
    </>
  )
}

/** Only what our log could have given: nobody's link makes this page say something else. */
function isProblemNumber(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{4,40}$/.test(text)
}
