import { getLocale, getTranslations } from 'next-intl/server'
import { applicationAddress } from '@/app/applications/_parts/addresses'
import { CivilDate, Moment } from '@/components/moment'
import type { Draft } from '@/lib/applications'
import { civilDateIn } from '@/lib/platform/civil-date'
import type { OwnRecord } from '@/lib/privacy'

/** Cases of one kind, each with what keeps it; whatever its owner can do about that is done on its page. */
export async function OwnRecords({ title, records }: { title: string; records: readonly OwnRecord[] }) {
  const tAll = await getTranslations('applications')
  if (records.length === 0) return null
  return (
    <section className="flow-small">
      <h2>{title}</h2>
      <ul className="flow-small">
        {records.map(record => (
          <li key={record.reference}>
            <a href={applicationAddress(record)}>{record.reference}</a> · {tAll(`status.${record.status}`)}
            <span className="block text-small text-ink-soft">
              <WhyItIsKept record={record} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function WhyItIsKept({ record }: { record: OwnRecord }) {
  const [t, locale] = await Promise.all([getTranslations('data-rights.erase.why'), getLocale()])
  const { whyKept, keptUntil, law, lawEnglish } = record
  if (whyKept === 'asked-by-law' && keptUntil) {
    return t.rich('asked-by-law', {
      law: (locale === 'en' ? lawEnglish : law) ?? '',
      until: () => <CivilDate date={civilDateIn({ instant: keptUntil })} />,
    })
  }
  if (whyKept === 'open') {
    return t.rich('open', {
      withdraw: words => <a href={applicationAddress({ ...record, page: 'withdraw' })}>{words}</a>,
    })
  }
  return t(whyKept === 'argued-about' ? whyKept : 'nothing')
}

/** What was begun and not sent: it holds names and numbers, and goes on the page on which it is written. */
export async function OwnDrafts({ drafts, now }: { drafts: readonly Draft[]; now: Date }) {
  const t = await getTranslations('data-rights.erase.drafts')
  if (drafts.length === 0) return null
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <ul className="flow-small">
        {drafts.map(({ id, savedAt }) => (
          <li key={id}>{t.rich('saved', { when: () => <Moment instant={savedAt} now={now} /> })}</li>
        ))}
      </ul>
      <p>{t('hold')}</p>
      <p>
        <a href="/apply" className="link-target">
          {t('go')}
        </a>
      </p>
    </section>
  )
}
