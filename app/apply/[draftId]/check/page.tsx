import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { applyAddress } from '@/app/apply/_parts/addresses'
import { AnswerRows } from '@/app/apply/_parts/answer-rows'
import { loadAnsweredDraft } from '@/app/apply/_parts/load-draft'
import { LookAgain } from '@/app/apply/_parts/look-again'
import { SavedLine } from '@/app/apply/_parts/saved-line'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import {
  askedQuestions,
  forThisApplication,
  frequentCorrections,
  placeOf,
  publishedOffices,
  readApplication,
} from '@/lib/applications'
import { maskName } from '@/lib/identity/rules'
import { serviceNow } from '@/lib/platform/database'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apply.check')
  return { title: t('title') }
}

/** What the person wants here: to see that everything is right before they sign it. */
export default async function CheckPage({ params }: PageProps<'/apply/[draftId]/check'>) {
  const { draftId } = await params
  const { draft, context } = await loadAnsweredDraft(draftId)
  const { answers } = draft
  const { db } = service()
  const [t, now, offices, frequent] = await Promise.all([
    getTranslations('apply'),
    serviceNow(db),
    publishedOffices(db),
    frequentCorrections(db),
  ])
  const application = readApplication({ answers, context })
  const office = offices.find(({ code }) => code === application?.address.officeCode)
  if (!application || !office) notFound()
  const last = askedQuestions(answers).at(-1)
  return (
    <>
      <ResidentHeader path={applyAddress({ draftId, step: 'check' })} />
      <Page
        title={t('check.title')}
        lead={t('check.lead')}
        back={{ href: applyAddress({ draftId, ...(last ? { step: last } : {}) }), label: t('previous') }}
        progress={<SavedLine place={placeOf({ step: 'check', answers })} draft={draft} now={now} />}
      >
        <AnswerRows
          application={application}
          office={office}
          draftId={draftId}
          commitmentVersion={context.commitmentVersion}
          answers={answers}
        />
        <LookAgain
          frequent={forThisApplication(frequent, application)}
          appliedFor={application.appliedBy === 'proxy' ? maskName(application.applicant.name) : undefined}
        />
        <ButtonLink href={applyAddress({ draftId, step: 'sign' })}>{t('check.continue')}</ButtonLink>
      </Page>
      <PageFooter />
    </>
  )
}
