import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { KeptForm } from '@/app/_session/kept-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SummaryList } from '@/components/summary-list'
import { TextArea } from '@/components/text-area'
import { readReference } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { findRatingForStaff, LONGEST_WORDS, type Rating, ratingSteps, type WhyNotAnswer } from '@/lib/ratings'
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
export default async function CaseRatingPage({
  params,
  searchParams,
}: PageProps<'/staff/cases/[reference]/rating'>) {
  const read = readReference((await params).reference)
  if (!read.ok) notFound()
  const reference = read.value
  const path = caseAddress({ reference, page: 'rating' })
  const viewer = await requireStaff({ back: path })
  const [t, tRefused, opened, { done }] = await Promise.all([
    getTranslations('rating.staff'),
    getTranslations('staff.refused'),
    findRatingForStaff({ reference, viewer }, service()),
    searchParams,
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
        title={t(whyNot ? 'titleRead' : 'title')}
        back={
          viewer.role === 'county'
            ? { href: '/staff/supervision' }
            : { href: caseAddress({ reference }), label: reference }
        }
      >
        {done === 'answered' && rating.answeredAt && (
          <Notice tone="ok" announced>
            <p>{t('done')}</p>
          </Notice>
        )}
        <RatingFacts rating={rating} now={now} />
        {whyNot && <WhyNot whyNot={whyNot} viewer={viewer} reference={reference} />}
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

type WhyNotProps = { whyNot: WhyNotAnswer; viewer: StaffViewer; reference: string }

/** Why there is nothing to write here for this person, and where they go on; the county handles no cases. */
async function WhyNot({ whyNot, viewer, reference }: WhyNotProps) {
  const t = await getTranslations('rating.staff')
  return (
    <>
      <p>{t(`failure.${whyNot}`)}</p>
      {viewer.role !== 'county' && (
        <p>
          <a href={caseAddress({ reference })} className="link-target">
            {t('openCase')}
          </a>
        </p>
      )}
    </>
  )
}

async function RatingFacts({ rating, now }: { rating: Rating; now: Date }) {
  const [tRating, t] = await Promise.all([getTranslations('rating'), getTranslations('rating.staff')])
  const given = ratingSteps.find(known => known === rating.step)
  const said = (text: string) => <span className="breakable whitespace-pre-line">{text}</span>
  const rows = [
    given && { term: t('given'), value: tRating(`steps.${given}`) },
    rating.words && { term: t('words'), value: said(rating.words) },
    { term: t('ratedAt'), value: <Moment instant={rating.ratedAt} now={now} /> },
    rating.answerBy && { term: t('answerBy'), value: <Moment instant={rating.answerBy} now={now} /> },
    rating.answer && { term: t('answer'), value: said(rating.answer) },
    rating.answeredAt && { term: t('answeredAt'), value: <Moment instant={rating.answeredAt} now={now} /> },
  ].filter(row => row !== null && row !== undefined && row !== '')
  return <SummaryList rows={rows} />
}
