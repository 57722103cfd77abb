import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { BulletList } from '@/components/bullet-list'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { Moment } from '@/components/moment'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TickField } from '@/components/tick-field'
import { serviceNow } from '@/lib/platform/database'
import { type OwnRecord, ownRecords } from '@/lib/privacy'
import { service } from '../../../_service'
import { requireResident } from '../../../_session/viewer'
import { ResidentHeader } from '../../../_shell/resident-header'
import { dataPages } from '../addresses'
import { withdraw } from './withdraw'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data-rights.consent')
  return { title: t('title') }
}

/** What the person wants here: to take back a consent, knowing what then happens and what does not. */
export default async function ConsentPage() {
  const viewer = await requireResident({ back: dataPages.consent })
  const { db } = service()
  const [t, records, now] = await Promise.all([
    getTranslations('data-rights.consent'),
    ownRecords(db, { viewer }),
    serviceNow(db),
  ])
  const given = records.filter(({ consent }) => consent && !consent.withdrawnAt)
  const open = given.filter(({ whyKept }) => whyKept === 'open')
  return (
    <>
      <ResidentHeader path={dataPages.consent} />
      <Page title={t('title')} lead={t('lead')} back={{ href: dataPages.all }}>
        <BulletList items={MEANS.map(key => t(`means.${key}`))} />
        {given.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <ActionForm action={withdraw}>
            <ChoiceField
              name="reference"
              label={t('which')}
              choices={given.map(record => ({
                value: record.reference,
                label: record.reference,
                hint: <Given record={record} now={now} />,
              }))}
              {...(given.length === 1 && { defaultValue: given[0]?.reference ?? '' })}
            />
            {open.length > 0 && <TickField name="alsoWithdraw" label={t('yes')} hint={t('yesHint')} />}
            <Button kind="stop">{t('submit')}</Button>
          </ActionForm>
        )}
        <TakenBack records={records} now={now} />
      </Page>
      <PageFooter />
    </>
  )
}

const MEANS = ['open', 'decided', 'ended', 'before'] as const

async function Given({ record: { consent, whyKept }, now }: { record: OwnRecord; now: Date }) {
  const t = await getTranslations('data-rights.consent')
  if (!consent) return null
  return t.rich(whyKept === 'open' ? 'givenOpen' : 'given', {
    version: consent.version,
    when: () => <Moment instant={consent.givenAt} now={now} />,
  })
}

async function TakenBack({ records, now }: { records: readonly OwnRecord[]; now: Date }) {
  const t = await getTranslations('data-rights.consent')
  const taken = records.flatMap(({ reference, consent }) =>
    consent?.withdrawnAt ? [{ reference, ...consent, withdrawnAt: consent.withdrawnAt }] : [],
  )
  if (taken.length === 0) return null
  return (
    <section className="flow-small">
      <h2>{t('takenBack')}</h2>
      <ul className="flow-small">
        {taken.map(({ reference, version, withdrawnAt }) => (
          <li key={reference}>
            {t.rich('takenBackOne', {
              reference,
              version,
              when: () => <Moment instant={withdrawnAt} now={now} />,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
