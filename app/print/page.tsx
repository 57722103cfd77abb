import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { ErrorSummary } from '@/components/error-summary'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { TextField } from '@/components/text-field'
import { fieldOf, isPrintFailure } from './failures'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('print')
  return { title: t('title'), description: t('lead') }
}

/** What the person wants here, at a shop, a kiosk or a counter: somebody's certificate on paper, with no sign-in. */
export default async function PrintPage({ searchParams }: PageProps<'/print'>) {
  const [t, { because }] = await Promise.all([getTranslations('print'), searchParams])
  const failures = [...new Set([because].flat())].filter(isPrintFailure)
  const errors = failures.map(failure => ({ field: fieldOf[failure], message: t(`failure.${failure}`) }))
  const errorOf = (name: string) => {
    const error = errors.find(({ field }) => field === name)
    return error ? { error: error.message } : {}
  }
  return (
    <>
      <PageHeader variant="verifier" path="/print" />
      <Page title={t('title')} lead={t('lead')}>
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        <form action="/print/certificate.pdf" method="post" className="flow" autoComplete="off">
          <TextField
            name="digits"
            label={t('digits')}
            hint={t('digitsHint')}
            inputMode="numeric"
            maxLength={30}
            width="short"
            {...errorOf('digits')}
          />
          <TextField
            name="word"
            label={t('word')}
            hint={t('wordHint')}
            maxLength={10}
            width="short"
            {...errorOf('word')}
          />
          <Button>{t('open')}</Button>
        </form>
        <p className="text-ink-soft">{t('once')}</p>
      </Page>
      <PageFooter />
    </>
  )
}
