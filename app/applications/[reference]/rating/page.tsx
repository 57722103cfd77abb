import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { KeptForm } from '@/app/_session/kept-form'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextArea } from '@/components/text-area'
import type { OwnCase } from '@/lib/applications'
import { LONGEST_WORDS, type Rating, ratingOfCase, ratingSteps } from '@/lib/ratings'
import { applicationAddress } from '../../_parts/addresses'
import { requireOwnCase } from '../_case/own-case'
import { rate } from './rate'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rating')
  return { title: t('title') }
}

/** What the person wants here: to say in a minute how it went, and to read the answer if it went badly. */
export default async function RatingPage({ params }: PageProps<'/applications/[reference]/rating'>) {
  const { found } = await requireOwnCase({ params, page: 'rating' })
  const { reference, id: applicationId, status } = found.application
  const [t, tAll, rating] = await Promise.all([
    getTranslations('rating'),
    getTranslations('applications'),
    ratingOfCase(service().db, { applicationId }),
  ])
  const isDecided = status === 'registered' || status === 'rejected'
  return (
    <>
      <ResidentHeader path={applicationAddress({ reference, page: 'rating' })} />
      <Page
        title={t('title')}
        lead={t('lead')}
        back={{ href: applicationAddress({ reference }) }}
        progress={tAll('reference', { reference })}
      >
        {rating && <Given rating={rating} found={found} />}
        {!rating && !isDecided && <p>{t('notYet')}</p>}
        {!rating && isDecided && <RatingForm reference={reference} />}
      </Page>
      <PageFooter />
    </>
  )
}

async function RatingForm({ reference }: { reference: string }) {
  const t = await getTranslations('rating')
  return (
    <KeptForm action={rate} keeps="rating" page={applicationAddress({ reference, page: 'rating' })}>
      <input type="hidden" name="reference" value={reference} />
      <ChoiceField
        name="step"
        label={t('step')}
        choices={ratingSteps.map(step => ({ value: String(step), label: t(`steps.${step}`) }))}
      />
      <TextArea name="words" label={t('words')} hint={t('wordsHint', { count: LONGEST_WORDS })} rows={4} />
      <Button>{t('send')}</Button>
    </KeptForm>
  )
}

type GivenProps = { rating: Rating; found: OwnCase }

/** What was said, by when it is answered, and the answer once there is one. */
async function Given({ rating: { step, words, answerBy, answer }, found }: GivenProps) {
  const [t, locale] = await Promise.all([getTranslations('rating'), getLocale()])
  const { county, now } = found
  const given = ratingSteps.find(known => known === step)
  return (
    <Notice title={t('given')}>
      <p>{given && t(`steps.${given}`)}</p>
      {words && <p className="breakable whitespace-pre-line">{words}</p>}
      {!answerBy && <p>{t('thanks')}</p>}
      {answerBy && !answer && (
        <p>
          {t.rich(answerBy < now ? 'late' : 'answerBy', {
            county: officeName({ office: county, locale }),
            when: () => <Moment instant={answerBy} now={now} byName={false} />,
          })}
        </p>
      )}
      {answer && (
        <>
          <p>
            <strong>{t('answer')}</strong>
          </p>
          <p className="breakable whitespace-pre-line">{answer}</p>
        </>
      )}
    </Notice>
  )
}
