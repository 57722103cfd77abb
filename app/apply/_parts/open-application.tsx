import { useTranslations } from 'next-intl'
import { Notice } from '@/components/notice'
import { TickField } from '@/components/tick-field'
import { applicationAddress } from './addresses'

/** Asks, rather than forbids, where the same applicant has an open application: it may be for another child. */
export function OpenApplication({ reference }: { reference: string }) {
  const t = useTranslations('apply.sign.open')
  return (
    <Notice tone="warn" title={t('title')}>
      <p>
        {t.rich('text', {
          reference,
          nowrap: words => <span className="whitespace-nowrap">{words}</span>,
        })}
      </p>
      <p>
        <a href={applicationAddress({ reference })}>{t('see')}</a>
      </p>
      <TickField name="forAnotherChild" label={t('anotherChild')} />
    </Notice>
  )
}
