import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NameField } from '@/app/_names/name-field'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { applyAddress } from '@/app/apply/_parts/addresses'
import { AnswerByWhen } from '@/app/apply/_parts/answer-by-when'
import { DefaultButton } from '@/app/apply/_parts/default-button'
import { loadAnsweredDraft } from '@/app/apply/_parts/load-draft'
import { OpenApplication } from '@/app/apply/_parts/open-application'
import { ProgressLine } from '@/app/apply/_parts/progress-line'
import { QuestionTitle } from '@/app/apply/_parts/question-title'
import { SigningCode } from '@/app/apply/_parts/signing-code'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { findOpenApplication, placeOf, publishedOffices, readApplication, signerOf } from '@/lib/applications'
import { serviceNow } from '@/lib/platform/database'
import { sign } from './sign'

const FORM = 'sign'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apply.sign')
  return { title: t('title') }
}

/** What the person wants here: to sign, send, and know by when they have their answer. */
export default async function SignPage({ params, searchParams }: PageProps<'/apply/[draftId]/sign'>) {
  const [{ draftId }, { sent }] = await Promise.all([params, searchParams])
  const { viewer, draft, context } = await loadAnsweredDraft(draftId)
  const { answers } = draft
  const application = readApplication({ answers, context })
  if (!application) notFound()
  const { db } = service()
  const [t, now, offices, open] = await Promise.all([
    getTranslations('apply'),
    serviceNow(db),
    publishedOffices(db),
    findOpenApplication(db, { draftId, viewer, application }),
  ])
  const office = offices.find(({ code }) => code === application.address.officeCode)
  if (!office) notFound()
  return (
    <>
      <DefaultButton form={FORM} />
      <ResidentHeader path={applyAddress({ draftId, step: 'sign' })} languageForm={FORM} />
      <Page
        progress={
          <ProgressLine place={placeOf({ step: 'sign', answers })} draft={draft} now={now} form={FORM} />
        }
      >
        <ActionForm id={FORM} action={sign}>
          <QuestionTitle title={t('sign.title')} lead={t('sign.lead')} />
          <AnswerByWhen office={office} isProxy={application.appliedBy === 'proxy'} />
          {open && <OpenApplication reference={open.reference} />}
          <input type="hidden" name="draft" value={draftId} />
          <NameField
            name="typedName"
            label={t('sign.typedName')}
            hint={t('sign.typedNameHint', { name: signerOf(application) })}
            autoComplete="name"
            defaultValue={answers.signature?.typedName ?? ''}
            isPrinted={false}
          />
          <SigningCode phone={viewer.maskedPhone} wasSent={sent === 'true'} />
          <Button>{t('sign.submit')}</Button>
        </ActionForm>
      </Page>
      <PageFooter />
    </>
  )
}
