import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { findOwnCertificate } from '@/lib/certificates'
import { reissue } from './reissue'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('print.reissue')
  return { title: t('title') }
}

/** What the person wants here: a new certificate in place of one that was lost, and the old one worthless. */
export default async function ReissuePage({ params }: PageProps<'/certificates/[number]/reissue'>) {
  const { number } = await params
  const address = `/certificates/${number}/reissue`
  const viewer = await requireResident({ back: address })
  const own = await findOwnCertificate(service().db, { number, viewer })
  if (!own) notFound()
  const [t, code] = await Promise.all([getTranslations('print.reissue'), getTranslations('print.code')])
  return (
    <>
      <ResidentHeader path={address} />
      <Page
        title={t('title')}
        lead={t('lead')}
        back={{ href: `/certificates/${number}`, label: code('toCertificate') }}
      >
        <p>{t('effect')}</p>
        <p>{t('keep')}</p>
        <ActionForm action={reissue}>
          <input type="hidden" name="number" value={number} />
          <Button>{t('do')}</Button>
        </ActionForm>
      </Page>
      <PageFooter />
    </>
  )
}
