import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { SummaryList } from '@/components/summary-list'
import { findOwnCertificate, isPrintCodeOpen, sayDigits } from '@/lib/certificates'
import { serviceNow } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { makeCode } from './make-code'
import { type ShownCode, shownCode } from './shown-code'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('print.code')
  return { title: t('title') }
}

/** What the person wants here: a code for the shop or counter where they stand, so that it prints the certificate. */
export default async function PrintCodePage({ params }: PageProps<'/certificates/[number]/print-code'>) {
  const { number } = await params
  const address = `/certificates/${number}/print-code`
  const viewer = await requireResident({ back: address })
  const { db } = service()
  const own = await findOwnCertificate(db, { number, viewer })
  if (!own) notFound()
  const [t, kept, now] = await Promise.all([
    getTranslations('print.code'),
    shownCode({ number }),
    serviceNow(db),
  ])
  const code = kept && (await isPrintCodeOpen({ code: kept }, { db })) ? kept : null
  const host = new URL(environment().PUBLIC_URL).host
  return (
    <>
      <ResidentHeader path={address} />
      <Page
        title={t('title')}
        lead={t('lead', { host })}
        back={{ href: `/certificates/${number}`, label: t('toCertificate') }}
      >
        {code && <Code code={code} now={now} />}
        <ActionForm action={makeCode}>
          <input type="hidden" name="number" value={number} />
          <Button kind={code ? 'secondary' : 'primary'}>{t(code ? 'makeAnother' : 'make')}</Button>
        </ActionForm>
      </Page>
      <PageFooter />
    </>
  )
}

async function Code({ code, now }: { code: ShownCode; now: Date }) {
  const t = await getTranslations('print.code')
  const large = (text: string) => (
    <strong className="text-title tracking-widest tabular-nums sm:text-title-wide">{text}</strong>
  )
  return (
    <section className="flow-small" role="status">
      <SummaryList
        rows={[
          { term: t('digits'), value: large(sayDigits(code)) },
          { term: t('word'), value: large(code.word) },
          { term: t('until'), value: <Moment instant={code.expiresAt} now={now} /> },
        ]}
      />
      <p>{t('once')}</p>
    </section>
  )
}
