'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Page } from '@/components/page'

/** What failed stays in the server's log; the person gets its number, to be told to 12345. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('problem')
  const number = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <Page title={t('title')} lead={t('lead')}>
      <p>
        <Button type="button" onClick={() => retry()}>
          {t('again')}
        </Button>
      </p>
      <p className="text-ink-soft">
        {t('call')}
        {number && <span className="block tabular-nums">{t('number', { number })}</span>}
      </p>
      <p>
        <a href="/">{t('home')}</a>
      </p>
    </Page>
  )
}
