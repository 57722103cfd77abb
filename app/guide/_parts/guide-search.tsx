import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'

/** One field and its button, by GET: the answer has an address of its own and needs no script. */
export function GuideSearch({ sought = '' }: { sought?: string }) {
  const t = useTranslations('guide-search')
  return (
    <search>
      <form action="/guide/search" method="get" className="flow-small">
        <TextField name="words" label={t('field')} inputMode="search" maxLength={100} defaultValue={sought} />
        <Button kind="secondary">{t('go')}</Button>
      </form>
    </search>
  )
}
