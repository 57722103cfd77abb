import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { KeptForm } from '@/app/_session/kept-form'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextArea } from '@/components/text-area'
import { findHearing } from '@/lib/certificates'
import { certificateAddress, requireOwnCertificate } from '../_parts/own-certificate'
import { giveAnswer } from './give-answer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('certificate.hearing')
  return { title: t('answerTitle') }
}

/** What the person wants here: to say, before anything is decided, why the certificate is right. */
export default async function HearingPage({ params }: PageProps<'/certificates/[number]/hearing'>) {
  const { certificate } = await requireOwnCertificate({ params, page: 'hearing' })
  const { number } = certificate
  const hearing = await findHearing({ certificateId: certificate.id }, service())
  if (!hearing || hearing.answeredAt || hearing.decidedAt) redirect(certificateAddress({ number }))
  const t = await getTranslations('certificate.hearing')
  return (
    <>
      <ResidentHeader path={certificateAddress({ number, page: 'hearing' })} />
      <Page title={t('answerTitle')} back={{ href: certificateAddress({ number }) }}>
        <h2>{t('reason')}</h2>
        <p className="whitespace-pre-line">{hearing.reason}</p>
        <KeptForm
          action={giveAnswer}
          keeps="answer-hearing"
          page={certificateAddress({ number, page: 'hearing' })}
        >
          <input type="hidden" name="number" value={number} />
          <TextArea name="answer" label={t('answerLabel')} hint={t('answerHint')} rows={8} />
          <Button>{t('send')}</Button>
        </KeptForm>
      </Page>
      <PageFooter />
    </>
  )
}
