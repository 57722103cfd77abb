import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Details } from '@/components/details'
import { Moment } from '@/components/moment'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { SummaryList } from '@/components/summary-list'
import { findMandateRequest, findOwnApplication, type MandateRequest } from '@/lib/applications'
import { serviceNow } from '@/lib/platform/database'
import { applicationAddress } from '../../_parts/addresses'
import { decodedReference } from '../_case/own-case'
import { AnswerForm } from './answer-form'
import { wrongPhone } from './wrong-phone'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mandate')
  return { title: t('title'), robots: { index: false } }
}

/** What the person wants here: to learn who applied for them, and to say that it is their wish, or to stop it. */
export default async function MandatePage({ params }: PageProps<'/applications/[reference]/mandate'>) {
  const reference = decodedReference((await params).reference)
  const path = applicationAddress({ reference, page: 'mandate' })
  const viewer = await requireResident({ back: path })
  const request = await findMandateRequest({ reference, viewer }, service())
  if (!request) {
    if (await findOwnApplication({ reference, viewer }, service()))
      redirect(applicationAddress({ reference }))
    notFound()
  }
  const t = await getTranslations('mandate')
  const isRegistered = request.status === 'registered'
  return (
    <>
      <ResidentHeader path={path} />
      <Page title={t('title')} lead={t('lead')} back={{ href: '/applications' }}>
        <WhoApplied request={request} />
        <p>{t(isRegistered ? 'meansRegistered' : 'means')}</p>
        <AnswerForm reference={reference} isRegistered={isRegistered} />
        <Details summary={t('wrongPhone.title')}>
          <p>{t('wrongPhone.text')}</p>
          <ActionForm action={wrongPhone}>
            <input type="hidden" name="reference" value={reference} />
            <Button kind="secondary">{t('wrongPhone.go')}</Button>
          </ActionForm>
        </Details>
      </Page>
      <PageFooter />
    </>
  )
}

async function WhoApplied({ request }: { request: MandateRequest }) {
  const [t, locale, now] = await Promise.all([
    getTranslations('mandate'),
    getLocale(),
    serviceNow(service().db),
  ])
  const office = { name: request.officeName, nameEnglish: request.officeNameEnglish }
  const relation = t(`relation.${request.proxyRelation}`)
  return (
    <SummaryList
      rows={[
        { term: t('who.applicant'), value: request.applicantMasked },
        { term: t('who.proxy'), value: t('who.proxyIs', { name: request.proxyMasked, relation }) },
        { term: t('who.office'), value: officeName({ office, locale }) },
        { term: t('who.acceptedAt'), value: <Moment instant={request.acceptedAt} now={now} /> },
      ]}
    />
  )
}
