import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { applicationAddress } from '@/app/applications/_parts/addresses'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { findOwnCertificate, readCertificateNumber, versionsOfCase } from '@/lib/certificates'
import { serviceNow } from '@/lib/platform/database'
import { verificationsOfCertificate } from '@/lib/verification'
import { CertificateStatus } from './_parts/certificate-status'
import { HowVerified } from './_parts/how-verified'
import { QrCode } from './_parts/qr-code'
import { Versions } from './_parts/versions'
import { WhatItSays } from './_parts/what-it-says'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('certificate')
  return { title: t('title') }
}

/** What the person wants here: to print the certificate, show its code, and see whether anybody checked it. */
export default async function CertificatePage({ params }: PageProps<'/certificates/[number]'>) {
  const number = readCertificateNumber((await params).number)
  if (!number.ok) notFound()
  const viewer = await requireResident({ back: `/certificates/${number.value}` })
  const { db } = service()
  const own = await findOwnCertificate(db, { number: number.value, viewer })
  if (!own) notFound()
  const { certificate, reference } = own
  const [t, locale, versions, verifications, now] = await Promise.all([
    getTranslations('certificate'),
    getLocale(),
    versionsOfCase(db, certificate),
    verificationsOfCertificate(db, { certificateId: certificate.id }),
    serviceNow(db),
  ])
  const address = `/certificates/${certificate.number}`
  return (
    <>
      <ResidentHeader path={address} />
      <Page
        title={locale === 'en' ? certificate.titleEnglish : certificate.title}
        mark={<CertificateStatus status={certificate.status} />}
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
        {certificate.status !== 'valid' && (
          <Notice tone="warn">
            <p>{t(`ended.${certificate.status}`)}</p>
          </Notice>
        )}
        <ButtonLink href={`${address}.pdf`}>{t('print')}</ButtonLink>
        <p className="text-small">{t('printHint')}</p>
        <WhatItSays certificate={certificate} />
        <Versions versions={versions} current={certificate.number} />
      </Page>
      <PageFooter />
    </>
  )
}
