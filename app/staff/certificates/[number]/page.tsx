import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { KeptForm } from '@/app/_session/kept-form'
import { requireStaff } from '@/app/_session/viewer'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { SummaryList } from '@/components/summary-list'
import { TextArea } from '@/components/text-area'
import { type Certificate, dateOnPaper, findCertificateToRevoke, inGroupsOfFour } from '@/lib/certificates'
import { serviceNow } from '@/lib/platform/database'
import { caseAddress } from '../../_parts/addresses'
import { CalmPage } from '../../_parts/calm-page'
import { StaffHeader } from '../../_parts/staff-header'
import { certificateAddress } from './address'
import { tellHolder } from './decide'
import { EndedHearing, RunningHearing } from './hearing'

export async function generateMetadata({
  params,
}: PageProps<'/staff/certificates/[number]'>): Promise<Metadata> {
  const [t, { number }] = await Promise.all([getTranslations('revocation'), params])
  return { title: t('title', { number: inGroupsOfFour(number) }) }
}

/** What a supervisor wants here: to see how a certificate stands, and to revoke it in the way that the law asks for. */
export default async function StaffCertificatePage({ params }: PageProps<'/staff/certificates/[number]'>) {
  const { number } = await params
  const path = certificateAddress(number)
  const viewer = await requireStaff({ back: path })
  const [t, found, now] = await Promise.all([
    getTranslations('revocation'),
    findCertificateToRevoke({ number, viewer }, service()),
    serviceNow(service().db),
  ])
  if (!found.ok) {
    const why = found.failure
    if (why === 'certificate-not-found') notFound()
    const refused = await getTranslations('staff.refused')
    return (
      <CalmPage because="not-permitted" viewer={viewer} path={path} title={refused(`${why}.title`)}>
        <p>{refused(`${why}.text`)}</p>
      </CalmPage>
    )
  }
  const { certificate, reference, hearing } = found.value
  const isOpen = hearing !== null && hearing.decidedAt === null
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={t('title', { number: inGroupsOfFour(number) })}
        back={{ href: caseAddress({ reference }), label: reference }}
      >
        <FactsOfCertificate certificate={certificate} />
        {hearing && isOpen && <RunningHearing hearing={hearing} viewer={viewer} number={number} now={now} />}
        {hearing && !isOpen && <EndedHearing hearing={hearing} now={now} />}
        {certificate.status === 'valid' && !isOpen && <OpenHearing number={number} />}
      </Page>
    </>
  )
}

async function FactsOfCertificate({ certificate }: { certificate: Certificate }) {
  const [t, language] = await Promise.all([getTranslations('revocation'), getLocale()])
  const { status, holders, countyName, officeName, issuedOn } = certificate
  return (
    <SummaryList
      rows={[
        { term: t('facts.status'), value: <strong>{t(`status.${status}`)}</strong> },
        { term: t('facts.holders'), value: holders.map(({ name }) => name).join('、') },
        { term: t('facts.office'), value: `${countyName}${officeName}` },
        { term: t('facts.issuedOn'), value: dateOnPaper({ date: issuedOn, language }) },
      ]}
    />
  )
}

async function OpenHearing({ number }: { number: string }) {
  const t = await getTranslations('revocation.open')
  return (
    <section className="flow">
      <h2>{t('title')}</h2>
      <p>{t('lead')}</p>
      <KeptForm action={tellHolder} keeps="open-hearing" page={certificateAddress(number)}>
        <input type="hidden" name="number" value={number} />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} />
        <Button kind="stop">{t('send')}</Button>
      </KeptForm>
    </section>
  )
}
