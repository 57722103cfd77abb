import { useTranslations } from 'next-intl'
import { Details } from '@/components/details'
import { Moment } from '@/components/moment'
import type { OwnCase } from '@/lib/applications'
import { purposesOfViews } from '@/lib/audit'

const shownAtOnce = 3

/** Everybody who opened the record, when and why (个人信息保护法 art. 44). */
export function WhoLooked({ found: { views, now } }: { found: OwnCase }) {
  const t = useTranslations('applications.views')
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      {views.length === 0 && <p>{t('none')}</p>}
      <Views views={views.slice(0, shownAtOnce)} now={now} />
      {views.length > shownAtOnce && (
        <Details summary={t('all', { count: views.length })}>
          <Views views={views.slice(shownAtOnce)} now={now} />
        </Details>
      )}
    </section>
  )
}

function Views({ views, now }: { views: OwnCase['views']; now: Date }) {
  const t = useTranslations('applications.views')
  return (
    <ul className="flow-small breakable">
      {views.map(({ at, staffName, officeName, purpose }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once, on the server
        <li key={index}>
          {t.rich('view', {
            name: staffName,
            office: officeName ?? '',
            purpose: t(`purpose.${purposesOfViews.find(known => known === purpose) ?? 'other'}`),
            when: () => <Moment instant={at} now={now} />,
          })}
        </li>
      ))}
    </ul>
  )
}
