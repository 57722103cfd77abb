import { useTranslations } from 'next-intl'

/** The way to a code that prints the certificate elsewhere. */
export function PrintElsewhere({ number }: { number: string }) {
  const t = useTranslations('print.code')
  return (
    <p>
      <a href={`/certificates/${number}/print-code`} className="link-target">
        {t('link')}
      </a>
    </p>
  )
}
