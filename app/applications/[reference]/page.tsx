import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import type { OwnCase } from '@/lib/applications'
import { explainDeadline, limitInForce } from '@/lib/deadlines'
import { undeliveredOf } from '@/lib/notifications'
import { UndeliveredNotice } from '../../account/_parts/undelivered-notice'
import { applicationAddress } from '../_parts/addresses'
import { CaseClock } from './_case/case-clock'
import { CaseStory } from './_case/case-story'
import { CorrectionNotice } from './_case/correction-notice'
import { DeclaredFacts } from './_case/declared-facts'
import { Mandate } from './_case/mandate'
import { OtherParent } from './_case/other-parent'
import { isRevoked, Outcome } from './_case/outcome'
import { requireOwnCase } from './_case/own-case'
import { OwnComplaint } from './_case/own-complaint'
import { OwnMessages } from './_case/own-messages'
import { OwnRating } from './_case/own-rating'
import { WhatYouCanDo } from './_case/what-you-can-do'
import { WhoHandles } from './_case/who-handles'
import { WhoLooked } from './_case/who-looked'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('applications')
  return { title: t('title') }
}

/** What the person wants here: who must act by when, what happened, what it means, and what they can do. */
export default async function ApplicationPage({
  params,
  searchParams,
}: PageProps<'/applications/[reference]'>) {
  const { viewer, found } = await requireOwnCase({ params })
  const [t, { corrected, asked }, undelivered] = await Promise.all([
    getTranslations('applications'),
    searchParams,
    undeliveredOf({ viewer }, service()),
  ])
  const { application } = found
  return (
    <>
      <ResidentHeader path={applicationAddress(application)} />
      <Page
        title={isRevoked(found) ? t('outcome.revoked') : t(`status.${application.status}`)}
        back={{ href: '/applications', label: t('title') }}
        progress={t('reference', { reference: application.reference })}
        aside={
          <>
            <WhoHandles found={found} />
            <div className="print:hidden">
              <WhatYouCanDo found={found} />
            </div>
            <Mandate found={found} wasAskedAgain={asked === 'principal'} />
            <OtherParent found={found} wasAskedAgain={asked === 'again'} />
            <WhoLooked found={found} />
          </>
        }
      >
        {corrected && application.status === 'accepted' && (
          <Notice tone="ok" announced>
            <p>{t('correction.done')}</p>
          </Notice>
        )}
        <UndeliveredNotice undelivered={undelivered} now={found.now} />
        <RunningClock found={found} />
        <Outcome found={found} />
        <OwnRating found={found} />
        <OwnComplaint found={found} />
        <OwnMessages found={found} />
        <CorrectionNotice found={found} />
        <CaseStory found={found} />
        <DeclaredFacts found={found} />
      </Page>
      <PageFooter />
    </>
  )
}

async function RunningClock({ found }: { found: OwnCase }) {
  const { runningClock } = found
  if (!runningClock) return null
  const { db } = service()
  const [days, limit] = await Promise.all([
    explainDeadline({ deadline: runningClock }, { db }),
    limitInForce(db, { kind: runningClock.kind, on: runningClock.startsOn }),
  ])
  return <CaseClock found={found} clock={runningClock} explanation={{ days, limit }} />
}
