import { useTranslations } from 'next-intl'
import { Details } from '@/components/details'
import type { PublishedOffice } from '@/lib/applications'

/** The offices of one county with address, phone and hours; closed at first, since there are 57. */
export function OfficesOfCounty({ offices, inEnglish }: { offices: PublishedOffice[]; inEnglish: boolean }) {
  const t = useTranslations('guide.offices')
  const [first] = offices
  if (!first) return null
  return (
    <Details
      summary={t('county', {
        name: inEnglish ? first.countyNameEnglish : first.countyName,
        count: offices.length,
      })}
    >
      <ul className="flow-small">
        {offices.map(office => (
          <li key={office.code}>
            <strong>{inEnglish ? office.nameEnglish : office.name}</strong>
            <br />
            {office.address} · {office.phone}
            <br />
            <span className="text-ink-soft">
              {t('hours', {
                opens: office.opensAt.slice(0, 5),
                middayFrom: office.middayFrom.slice(0, 5),
                middayTo: office.middayTo.slice(0, 5),
                closes: office.closesAt.slice(0, 5),
              })}
              {office.isOpen ? '' : t('notYet')}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  )
}
