import { useLocale, useTranslations } from 'next-intl'
import { Details } from '@/components/details'
import type { PublishedOffice } from '@/lib/applications'
import { OfficeEntry } from './office-entry'

/** The offices of one county; closed at first, since there are 57. */
export function OfficesOfCounty({ offices }: { offices: PublishedOffice[] }) {
  const t = useTranslations('offices')
  const inEnglish = useLocale() === 'en'
  const [first] = offices
  if (!first) return null
  const name = inEnglish ? first.countyNameEnglish : first.countyName
  return (
    <Details summary={t('county', { name, count: offices.length })}>
      <ul className="flow">
        {offices.map(office => (
          <li key={office.code}>
            <OfficeEntry office={office} />
          </li>
        ))}
      </ul>
    </Details>
  )
}
