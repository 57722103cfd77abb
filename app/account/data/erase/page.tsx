import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { CivilDate } from '@/components/moment'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TickField } from '@/components/tick-field'
import { civilDateIn } from '@/lib/platform/civil-date'
import { type OwnRecord, ownRecords } from '@/lib/privacy'
import { service } from '../../../_service'
import { requireResident } from '../../../_session/viewer'
import { ResidentHeader } from '../../../_shell/resident-header'
import { dataPages } from '../addresses'
import { erase } from './erase'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data-rights.erase')
  return { title: t('title') }
}

/** What the person wants here: to have erased what may go, and to know until when the rest is kept and by which law. */
export default async function ErasePage() {
  const viewer = await requireResident({ back: dataPages.erase })
  const { db } = service()
  const [t, records] = await Promise.all([getTranslations('data-rights.erase'), ownRecords(db, { viewer })])
  const may = records.filter(({ whyKept }) => whyKept === null)
  const kept = records.filter(({ whyKept }) => whyKept !== null)
  return (
    <>
      <ResidentHeader path={dataPages.erase} />
      <Page title={t('title')} lead={t('lead')} back={{ href: dataPages.all }}>
        <Records title={t('may')} records={may} />
        <Records title={t('kept')} records={kept} />
        {records.length === 0 && <p>{t('nothing')}</p>}
        {(may.length > 0 || kept.length === 0) && (
          <ActionForm action={erase}>
            <p>{t('means')}</p>
            {kept.length === 0 && (
              <TickField name="alsoAccount" label={t('account')} hint={t('accountHint')} />
            )}
            <TickField name="yes" label={t('yes')} />
            <Button kind="stop">{t('submit')}</Button>
          </ActionForm>
        )}
      </Page>
      <PageFooter />
    </>
  )
}

async function Records({ title, records }: { title: string; records: readonly OwnRecord[] }) {
  const [t, tAll, locale] = await Promise.all([
    getTranslations('data-rights.erase'),
    getTranslations('applications'),
    getLocale(),
  ])
  if (records.length === 0) return null
  return (
    <section className="flow-small">
      <h2>{title}</h2>
      <ul className="flow-small">
        {records.map(({ reference, status, whyKept, keptUntil, law, lawEnglish }) => (
          <li key={reference}>
            <strong>{reference}</strong> · {tAll(`status.${status}`)}
            <span className="block text-small text-ink-soft">
              {whyKept === 'asked-by-law' && keptUntil
                ? t.rich('why.asked-by-law', {
                    law: (locale === 'en' ? lawEnglish : law) ?? '',
                    until: () => <CivilDate date={civilDateIn({ instant: keptUntil })} />,
                  })
                : t(`why.${whyKept === 'open' || whyKept === 'argued-about' ? whyKept : 'nothing'}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
