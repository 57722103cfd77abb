import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Page } from '@/components/page'
import { SummaryList } from '@/components/summary-list'
import { TextArea } from '@/components/text-area'
import { readReference } from '@/lib/applications'
import { findRatingForStaff, LONGEST_WORDS, type Rating, ratingSteps } from '@/lib/ratings'
import { service } from '../../../../_service'
import { requireStaff } from '../../../../_session/viewer'
import { caseAddress } from '../../../_parts/addresses'
import { CalmPage } from '../../../_parts/calm-page'
import { StaffHeader } from '../../../_parts/staff-header'
import { answer } from './answer'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rating.staff')
  return { title: t('title') }
}

/** What a supervisor, or later the county, wants here: to read why somebody was not satisfied, and to answer. */
export default async function CaseRatingPage({ params }: PageProps<'/staff/cases/[reference]/rating'>) {
  const read = readReference((await params).reference)
  if (!read.ok) notFound()
  const reference = read.value
  const path = caseAddress({ reference, page: 'rating' })
  const viewer = await requireStaff({ back: path })
  const [t, tRefused, opened] = await Promise.all([
    getTranslations('rating.staff'),
    getTranslations('staff.refused'),
    findRatingForStaff({ reference, viewer }, service()),
  ])
  if (!opened.ok) {
    if (opened.failure === 'case-not-found') notFound()
    return (
      <CalmPage
        because="not-permitted"
        viewer={viewer}
        path={path}
        title={tRefused(`${opened.failure}.title`)}
      >
        <p>{tRefused(`${opened.failure}.text`)}</p>
      </CalmPage>
    )
  }
  const { rating, whyNot, now } = opened.value
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={t('title')}
        back={
          viewer.role === 'county'
            ? { href: '/staff/supervision' }
            : { href: caseAddress({ reference }), label: reference }
        }
      >
        <RatingFacts rating={rating} now={now} />
        {whyNot && <p>{t(`failure.${whyNot}`)}</p>}
        {!whyNot && (
          <KeptForm action={answer} keeps="answer-rating" page={path}>
            <input type="hidden" name="reference" value={reference} />
            <TextArea
              name="answer"
              label={t('answerLabel')}
              hint={t('answerHint', { count: LONGEST_WORDS })}
              rows={5}
            />
            <Button>{t('send')}</Button>
          </KeptForm>
        )}
      </Page>
    </>
  )
}

async function RatingFacts({ rating, now }: { rating: Rating; now: Date }) {
  const [t, tStaff] = await Promise.all([getTranslations('rating'), getTranslations('rating.staff')])
  const given = ratingSteps.find(known => known === rating.step)
  const said = (text: string) => <span className="breakable whitespace-pre-line">{text}</span>
  const rows = [
    given && { term: t('given'), value: t(`steps.${given}`) },
    rating.words && { term: t('words'), value: said(rating.words) },
    { term: tStaff('ratedAt'), value: <Moment instant={rating.ratedAt} now={now} /> },
    rating.answerBy && { term: tStaff('answerBy'), value: <Moment instant={rating.answerBy} now={now} /> },
    rating.answer && { term: t('answer'), value: said(rating.answer) },
  ].filter(row => row !== null && row !== undefined && row !== '')
  return <SummaryList rows={rows} />
}
