import { useLocale, useTranslations } from 'next-intl'
import { Details } from '@/components/details'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import type { OwnCase } from '@/lib/applications'
import { purposesOfViews, type Sitting, sittingsOf } from '@/lib/audit'

const shownAtOnce = 3

/** Everybody who opened the record, when and why (个人信息保护法 art. 44); the looks of one sitting told together. */
export function WhoLooked({ found: { views, reader, now } }: { found: OwnCase }) {
  const t = useTranslations('applications.views')
  const sittings = sittingsOf(views)
  return (
    <section className="flow-small">
      <h2>{t(reader === 'proxy' ? 'titleForProxy' : 'title')}</h2>
      {views.length === 0 && <p>{t('none')}</p>}
      <Sittings sittings={sittings.slice(0, shownAtOnce)} now={now} />
      {sittings.length > shownAtOnce && (
        <Details summary={t('all', { count: sittings.length })}>
          <Sittings sittings={sittings.slice(shownAtOnce)} now={now} />
        </Details>
      )}
    </section>
  )
}

function Sittings({ sittings, now }: { sittings: readonly Sitting[]; now: Date }) {
  const t = useTranslations('applications.views')
  const locale = useLocale()
  const sayPurpose = (purpose: string | null) =>
    t(`purpose.${purposesOfViews.find(known => known === purpose) ?? 'other'}`)
  const sayBody = ({ office, county }: Pick<Sitting, 'office' | 'county'>): string => {
    if (county) return t('county', { county: officeName({ office: county, locale }) })
    return office ? officeName({ office, locale }) : ''
  }
  return (
    <ul className="flow-small breakable">
      {sittings.map(({ from, until, staffName, office, county, looks, purposes }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once, on the server
        <li key={index}>
          {t.rich(looks > 1 ? 'sitting' : 'view', {
            name: staffName,
            office: sayBody({ office, county }),
            looks,
            purpose: purposes.map(sayPurpose).join(t('purposeComma')),
            when: () => <Moment instant={from} now={now} />,
            until: () => <Moment instant={until} now={now} />,
          })}
        </li>
      ))}
    </ul>
  )
}
