import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Counties } from '@/app/offices/_parts/counties'
import { OfficeSearch } from '@/app/offices/_parts/office-search'
import { BulletList } from '@/components/bullet-list'
import { ButtonLink } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { SummaryList } from '@/components/summary-list'
import { publishedOffices } from '@/lib/applications'
import { answerIfAppliedNow, publishedLimits } from '@/lib/deadlines'
import { publishedReasons } from '@/lib/decisions'
import { GuideSearch } from './_parts/guide-search'
import { Steps } from './_parts/steps'
import { NoLongerNeeded } from './no-longer-needed'
import { ReasonForRefusal } from './reason-for-refusal'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guide')
  return { title: t('title'), description: t('lead') }
}

const WHO = ['everyone', 'noCondition', 'proxy', 'place', 'time'] as const
const ASKED = ['applicant', 'other', 'place', 'stage', 'commitment'] as const
const NOT_ASKED = ['marriage', 'children', 'pregnancy', 'work', 'papers', 'money'] as const
const RIGHTS = [
  'named',
  'once',
  'clock',
  'wrongOffice',
  'viewers',
  'withdraw',
  'complaint',
  'remedies',
] as const
const LAW = ['population', 'guidance', 'licensing', 'commitment', 'certificates', 'personal'] as const

/** What the person wants here: who may register, what is asked and why, how long, what it costs, what can go wrong. */
export default async function GuidePage() {
  const [t, locale] = await Promise.all([getTranslations('guide'), getLocale()])
  const { db } = service()
  const [reasons, limits, offices, answer] = await Promise.all([
    publishedReasons(db),
    publishedLimits({ db }),
    publishedOffices(db),
    answerIfAppliedNow({ db }),
  ])
  const inEnglish = locale === 'en'
  return (
    <>
      <ResidentHeader path="/guide" />
      <Page title={t('title')} lead={t('lead')}>
        <ButtonLink href="/apply">{t('start')}</ButtonLink>
        <GuideSearch />
        <h2 id="who">{t('who.title')}</h2>
        <BulletList items={WHO.map(key => t(`who.${key}`))} />
        <h2 id="steps">{t('steps.title')}</h2>
        <Steps />
        <h2 id="asked">{t('asked.title')}</h2>
        <SummaryList
          rows={ASKED.map(key => ({ term: t(`asked.${key}.what`), value: t(`asked.${key}.why`) }))}
        />
        <h2 id="not-asked">{t('notAsked.title')}</h2>
        <BulletList items={NOT_ASKED.map(key => t(`notAsked.${key}`))} />
        <NoLongerNeeded />
        <h2 id="cost">{t('cost.title')}</h2>
        <p>{t('cost.text')}</p>
        <h2 id="limits">{t('limits.title')}</h2>
        <p>
          {t('limits.now')}{' '}
          <strong>
            <Moment instant={answer.dueAt} now={answer.now} byName={false} />
          </strong>
        </p>
        <SummaryList
          rows={limits.map(({ kind, workingDays, law, lawEnglish }) => ({
            term: t(`limits.${kind}`),
            value: t('limits.workingDays', { workingDays }),
            note: inEnglish ? lawEnglish : law,
          }))}
        />
        <p>{t('limits.lapse')}</p>
        <h2 id="reasons">{t('reasons.title')}</h2>
        <p>{t('reasons.lead', { count: reasons.length })}</p>
        {reasons.map(reason => (
          <ReasonForRefusal key={reason.id} reason={reason} inEnglish={inEnglish} />
        ))}
        <h2 id="rights">{t('rights.title')}</h2>
        <BulletList items={RIGHTS.map(key => t(`rights.${key}`))} />
        <div id="not">
          <Notice title={t('not.title')}>
            <p>{t('not.text')}</p>
          </Notice>
        </div>
        <h2 id="law">{t('law.title')}</h2>
        <BulletList items={LAW.map(key => t(`law.${key}`))} />
        <h2 id="offices">{t('offices.title', { count: offices.length })}</h2>
        <p>{t('offices.lead')}</p>
        <OfficeSearch button="secondary" />
        <Counties offices={offices} />
      </Page>
      <PageFooter />
    </>
  )
}
