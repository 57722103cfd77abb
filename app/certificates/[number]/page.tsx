import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { applicationAddress } from '@/app/applications/_parts/addresses'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { findHearing, versionsOfCase } from '@/lib/certificates'
import { serviceNow } from '@/lib/platform/database'
import { verificationsOfCertificate } from '@/lib/verification'
import { CertificateStatus } from './_parts/certificate-status'
import { HearingNotice } from './_parts/hearing-notice'
import { HowVerified } from './_parts/how-verified'
import { NoLongerValid } from './_parts/no-longer-valid'
import { certificateAddress, requireOwnCertificate } from './_parts/own-certificate'
import { QrCode } from './_parts/qr-code'
import { Versions } from './_parts/versions'
import { WhatItSays } from './_parts/what-it-says'
import { WhatToDo } from './_parts/what-to-do'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('certificate')
  return { title: t('title') }
}

/** What the person wants here: to print the certificate, show its code, and see whether anybody checked it. */
export default async function CertificatePage({ params }: PageProps<'/certificates/[number]'>) {
  const { certificate, reference } = await requireOwnCertificate({ params })
  const { db } = service()
  const [t, locale, versions, verifications, hearing, now] = await Promise.all([
    getTranslations('certificate'),
    getLocale(),
    versionsOfCase(db, certificate),
    verificationsOfCertificate(db, { certificateId: certificate.id }),
    findHearing({ certificateId: certificate.id }, { db }),
    serviceNow(db),
  ])
  const { number, status } = certificate
  const newest = versions.find(version => version.status === 'valid')
  const address = certificateAddress({ number })
  // While the office hears its holder, a certificate is not replaced.
  const isHeard = hearing !== null && !hearing.decidedAt
  const waitsForAnswer = isHeard && !hearing.answer
  return (
    <>
      <ResidentHeader path={address} />
      <Page
        title={locale === 'en' ? certificate.titleEnglish : certificate.title}
        mark={<CertificateStatus status={status} />}
        back={{ href: applicationAddress({ reference }), label: t('toApplication') }}
        aside={
          <>
            <section className="flow-small">
              <h2>{t('qr.title')}</h2>
              <QrCode link={certificate.verificationLink} label={t('qr.label')} />
              <p>{t('qr.text')}</p>
              <a href={certificate.verificationLink}>{t('qr.link')}</a>
            </section>
            <HowVerified verifications={verifications} now={now} />
          </>
        }
      >
        {status !== 'valid' && <NoLongerValid status={status} newest={newest?.number} />}
        {hearing && <HearingNotice hearing={hearing} number={number} now={now} />}
        <WhatToDo
          number={number}
          isValid={status === 'valid'}
          isHeard={isHeard}
          waitsForAnswer={waitsForAnswer}
        />
        <WhatItSays certificate={certificate} />
        <Versions versions={versions} current={number} />
      </Page>
      <PageFooter />
    </>
  )
}
