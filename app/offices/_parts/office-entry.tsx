import { useLocale, useTranslations } from 'next-intl'
import { officeName } from '@/components/office-name'
import type { PublishedOffice } from '@/lib/applications'

/** One office as people need it: what it is called, where, by which phone, when, and for whom. */
export function OfficeEntry({ office }: { office: PublishedOffice }) {
  const t = useTranslations('offices')
  const locale = useLocale()
  const inEnglish = locale === 'en'
  const facts = [
    {
      term: t('serves'),
      value: t('servesTownship', {
        county: inEnglish ? office.countyNameEnglish : office.countyName,
        township: office.townshipName,
      }),
    },
    { term: t('address'), value: <span lang="zh-CN">{office.address}</span> },
    {
      term: t('phone'),
      value: (
        <a href={`tel:${office.phone}`} className="inline-block py-0.5 whitespace-nowrap tabular-nums">
          {office.phone}
        </a>
      ),
    },
    { term: t('time'), value: <OfficeHours office={office} /> },
  ]
  return (
    <div>
      <h3>{officeName({ office, locale })}</h3>
      <dl>
        {facts.map(({ term, value }) => (
          <div key={term} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
            <dt className="text-ink-soft">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!office.isOpen && <p className="text-ink-soft">{t('notYet')}</p>}
    </div>
  )
}

function OfficeHours({ office }: { office: PublishedOffice }) {
  const t = useTranslations('offices')
  const asSaid = (time: string) => time.slice(0, 5)
  return (
    <>
      {t('hours', {
        opens: asSaid(office.opensAt),
        middayFrom: asSaid(office.middayFrom),
        middayTo: asSaid(office.middayTo),
        closes: asSaid(office.closesAt),
      })}
    </>
  )
}
