import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { DemoHint } from '@/app/sign-in/demo-hint'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { SummaryList } from '@/components/summary-list'
import { type ConfirmationRequest, findConfirmationRequest } from '@/lib/applications'
import { serviceNow } from '@/lib/platform/database'
import { AnswerForm } from './answer-form'
import { CodeForm } from './code-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('confirm')
  return { title: t('title'), robots: { index: false } }
}

/** What the person wants here: to learn who named them and for what, and to say yes or no themselves. */
export default async function ConfirmPage({ params, searchParams }: PageProps<'/confirm/[secret]'>) {
  const [{ secret }, { sent }, t] = await Promise.all([params, searchParams, getTranslations('confirm')])
  const request = await findConfirmationRequest({ secret }, service())
  return (
    <>
      <PageHeader variant="resident" path={`/confirm/${secret}`} />
      {request ? (
        <Page title={t('title')} lead={t('lead')}>
          <WhoAsks request={request} />
          <AnswerPlace request={request} secret={secret} codeWasSent={sent !== undefined} />
        </Page>
      ) : (
        <Page title={t('unknown.title')} lead={t('unknown.text')}>
          <p>{t('unknown.next')}</p>
        </Page>
      )}
      <PageFooter />
    </>
  )
}

async function WhoAsks({ request }: { request: ConfirmationRequest }) {
  const [t, locale, now] = await Promise.all([
    getTranslations('confirm.who'),
    getLocale(),
    serviceNow(service().db),
  ])
  const office = { name: request.officeName, nameEnglish: request.officeNameEnglish }
  return (
    <SummaryList
      rows={[
        { term: t('applicant'), value: request.applicantMasked },
        { term: t('office'), value: officeName({ office, locale }) },
        { term: t('acceptedAt'), value: <Moment instant={request.acceptedAt} now={now} /> },
        { term: t('phone'), value: request.phoneMasked },
      ]}
    />
  )
}

type AnswerPlaceProps = { request: ConfirmationRequest; secret: string; codeWasSent: boolean }

/** The next step: the code, the answer, or the sentence that says what was answered. */
async function AnswerPlace({ request, secret, codeWasSent }: AnswerPlaceProps) {
  const t = await getTranslations('confirm')
  if (request.answer) {
    const isLate = request.answer === 'confirmed' && request.isRegistered
    return (
      <Notice title={t(`done.${request.answer}`)} tone="ok" announced>
        <p>{t(isLate ? 'done.confirmedLate' : `done.${request.answer}Text`)}</p>
      </Notice>
    )
  }
  if (!request.needsAnswer) {
    return (
      <Notice title={t('ended.title')}>
        <p>{t('ended.text')}</p>
      </Notice>
    )
  }
  return (
    <>
      <p>{t('means')}</p>
      {codeWasSent ? (
        <AnswerForm secret={secret} phoneMasked={request.phoneMasked} />
      ) : (
        <CodeForm secret={secret} phoneMasked={request.phoneMasked} />
      )}
      <DemoHint />
    </>
  )
}
