import { useTranslations } from 'next-intl'
import { Button, type ButtonKind } from '@/components/button'
import { TextField } from '@/components/text-field'

/** One field and its button, by GET: the answer has an address of its own and needs no script. */
export function OfficeSearch({ sought = '', button }: { sought?: string; button?: ButtonKind }) {
  const t = useTranslations('offices')
  return (
    <search>
      <form action="/offices" method="get" className="flow-small">
        <TextField
          name="q"
          label={t('field')}
          hint={t('hint')}
          inputMode="search"
          maxLength={100}
          defaultValue={sought}
        />
        <Button {...(button ? { kind: button } : {})}>{t('go')}</Button>
      </form>
    </search>
  )
}
