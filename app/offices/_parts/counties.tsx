import { useLocale, useTranslations } from 'next-intl'
import { byCounty, type PublishedOffice } from '@/lib/applications'

/** The counties, each a link to its offices: 57 addresses at once would weigh more than a page may. */
export function Counties({ offices }: { offices: PublishedOffice[] }) {
  const t = useTranslations('offices')
  const inEnglish = useLocale() === 'en'
  const counties = byCounty(offices).flatMap(([first, ...others]) =>
    first ? [{ name: inEnglish ? first.countyNameEnglish : first.countyName, count: others.length + 1 }] : [],
  )
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {counties.map(({ name, count }) => (
        <li key={name}>
          <a href={`/offices?${new URLSearchParams({ q: name })}`} className="link-target">
            {t('county', { name, count })}
          </a>
        </li>
      ))}
    </ul>
  )
}
