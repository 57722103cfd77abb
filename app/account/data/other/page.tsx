import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextArea } from '@/components/text-area'
import { limitInForce, shanghaiDayOf } from '@/lib/deadlines'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { requireResident } from '../../../_session/viewer'
import { ResidentHeader } from '../../../_shell/resident-header'
import { dataPages } from '../addresses'
import { ask } from './ask'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data-rights.other')
  return { title: t('title') }
}

/** What the person wants here: to ask for what no button does, and to know by when a person answers. */
export default async function OtherRequestPage() {
  await requireResident({ back: dataPages.other })
  const { db } = service()
  const [t, limit] = await Promise.all([
    getTranslations('data-rights.other'),
    limitInForce(db, { kind: 'data-request-answer', on: shanghaiDayOf(await serviceNow(db)) }),
  ])
  return (
    <>
      <ResidentHeader path={dataPages.other} />
      <Page title={t('title')} lead={t('lead', { days: limit.workingDays })} back={{ href: dataPages.all }}>
        <KeptForm action={ask} keeps="data-request" page={dataPages.other}>
          <TextArea name="text" label={t('text')} hint={t('hint')} rows={6} />
          <Button>{t('submit')}</Button>
        </KeptForm>
      </Page>
      <PageFooter />
    </>
  )
}
