import { useTranslations } from 'next-intl'
import { CivilDate } from '@/components/moment'
import { SummaryList } from '@/components/summary-list'
import type { LogFilter } from '@/lib/audit'

/** A search in words: what it asks for, or that it asks for everything. */
export function WhatIsAsked({ filter }: { filter: LogFilter }) {
  const t = useTranslations('audit')
  const { reference, staffNumber, action, from, until } = filter
  const rows = [
    reference && { term: t('reference'), value: reference },
    staffNumber && { term: t('staffNumber'), value: staffNumber },
    action && { term: t('actionLabel'), value: t(`action.${action}`) },
    from && { term: t('from'), value: <CivilDate date={from} byName={false} /> },
    until && { term: t('until'), value: <CivilDate date={until} byName={false} /> },
  ].filter(row => row !== null && row !== '')
  return rows.length > 0 ? <SummaryList rows={rows} /> : <p>{t('wholeLog')}</p>
}
