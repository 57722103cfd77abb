import { useTranslations } from 'next-intl'
import { SummaryList } from '@/components/summary-list'

const NO_LONGER = ['approval', 'marriage', 'children', 'copies', 'hometown'] as const

/** What people still bring because it once was needed: since when it is not, and by which rule. */
export function NoLongerNeeded() {
  const t = useTranslations('guide.noLonger')
  return (
    <>
      <h2 id="no-longer">{t('title')}</h2>
      <p>{t('lead')}</p>
      <SummaryList rows={NO_LONGER.map(key => ({ term: t(`${key}.what`), value: t(`${key}.since`) }))} />
    </>
  )
}
