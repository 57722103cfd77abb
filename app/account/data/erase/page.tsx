import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TickField } from '@/components/tick-field'
import { draftsOf } from '@/lib/applications'
import { serviceNow } from '@/lib/platform/database'
import { ownRecords, whyAccountStays } from '@/lib/privacy'
import { service } from '../../../_service'
import { requireResident } from '../../../_session/viewer'
import { ResidentHeader } from '../../../_shell/resident-header'
import { WhyAccountStays } from '../_parts/why-account-stays'
import { dataPages } from '../addresses'
import { erase } from './erase'
import { OwnDrafts, OwnRecords } from './what-there-is'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data-rights.erase')
  return { title: t('title') }
}

/** What the person wants here: to have erased what may go, and to know until when the rest is kept and by which law. */
export default async function ErasePage() {
  const viewer = await requireResident({ back: dataPages.erase })
  const { db } = service()
  const [t, records, drafts, now] = await Promise.all([
    getTranslations('data-rights.erase'),
    ownRecords(db, { viewer }),
    draftsOf({ viewer }, { db }),
    serviceNow(db),
  ])
  const stays = await whyAccountStays(db, { viewer, records })
  const may = records.filter(({ whyKept }) => whyKept === null)
  const kept = records.filter(({ whyKept }) => whyKept !== null)
  const accountMayGo = stays.length === 0
  return (
    <>
      <ResidentHeader path={dataPages.erase} />
      <Page title={t('title')} lead={t('lead')} back={{ href: dataPages.all }}>
        <OwnRecords title={t('may')} records={may} />
        <OwnRecords title={t('kept')} records={kept} />
        {records.length === 0 && <p>{t('nothing')}</p>}
        <OwnDrafts drafts={drafts} now={now} />
        {!accountMayGo && (
          <Notice title={t('accountStays.title')}>
            <WhyAccountStays why={stays} />
          </Notice>
        )}
        {(may.length > 0 || accountMayGo) && (
          <ActionForm action={erase}>
            <p>{t('means')}</p>
            {accountMayGo && <TickField name="alsoAccount" label={t('account')} hint={t('accountHint')} />}
            <TickField name="yes" label={t('yes')} />
            <Button kind="stop">{t('submit')}</Button>
          </ActionForm>
        )}
      </Page>
      <PageFooter />
    </>
  )
}
