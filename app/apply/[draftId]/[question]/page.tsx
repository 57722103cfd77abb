import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { KeptForm } from '@/app/_session/kept-form'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { applyAddress, linkNews } from '@/app/apply/_parts/addresses'
import { DefaultButton } from '@/app/apply/_parts/default-button'
import { AboutLink, LinkToPhone } from '@/app/apply/_parts/link-to-phone'
import { loadDraft, stepAddress } from '@/app/apply/_parts/load-draft'
import { ProgressLine } from '@/app/apply/_parts/progress-line'
import { fieldsOfQuestion } from '@/app/apply/_questions'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import {
  firstUnanswered,
  isByProxy,
  isQuestionName,
  mayBeShown,
  placeOf,
  publishedOffices,
} from '@/lib/applications'
import { serviceNow } from '@/lib/platform/database'
import { save } from './save'

type QuestionPageProps = PageProps<'/apply/[draftId]/[question]'>

const FORM = 'question'

export async function generateMetadata({ params }: QuestionPageProps): Promise<Metadata> {
  const [t, { question }] = await Promise.all([getTranslations('apply'), params])
  return { title: isQuestionName(question) ? t(`stepName.${question}`) : t('title') }
}

/** What the person wants here: to answer one question and know that it is kept. */
export default async function QuestionPage({ params, searchParams }: QuestionPageProps) {
  const [{ draftId, question }, { from, link }] = await Promise.all([params, searchParams])
  if (!isQuestionName(question)) notFound()
  const { viewer, draft, context } = await loadDraft(draftId)
  const { answers } = draft
  if (!mayBeShown({ name: question, answers, context })) {
    redirect(stepAddress({ draftId, step: firstUnanswered({ answers, context }) }))
  }
  const { db } = service()
  const [t, now, offices] = await Promise.all([
    getTranslations('apply'),
    serviceNow(db),
    publishedOffices(db),
  ])
  const Fields = fieldsOfQuestion[question]
  const path = applyAddress({ draftId, step: question })
  const isFromCheck = from === 'check'
  return (
    <>
      <DefaultButton form={FORM} />
      <ResidentHeader path={path} languageForm={FORM} />
      <Page
        progress={
          <ProgressLine
            place={placeOf({ step: question, answers })}
            draft={draft}
            now={now}
            form={FORM}
            whileTyping={{ form: FORM, address: `${path}/typed` }}
          />
        }
      >
        <AboutLink news={linkNews.find(known => known === link) ?? null} phone={viewer.maskedPhone} />
        <KeptForm id={FORM} action={save} key={question} keeps="answer-question" page={path}>
          <input type="hidden" name="draft" value={draftId} />
          <input type="hidden" name="question" value={question} />
          {isFromCheck && <input type="hidden" name="from" value="check" />}
          <Fields
            typed={answers[question] ?? {}}
            isByProxy={isByProxy(answers)}
            viewer={viewer}
            offices={offices}
          />
          <Button>{t('save')}</Button>
          <LinkToPhone />
        </KeptForm>
      </Page>
      <PageFooter />
    </>
  )
}
