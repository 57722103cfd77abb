import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Page } from '@/components/page'
import { explainDeadline, limitInForce } from '@/lib/deadlines'
import { service } from '../../../../_service'
import { caseAddress } from '../../../_parts/addresses'
import { StaffHeader } from '../../../_parts/staff-header'
import { CaseClock } from '../../_case/case-clock'
import { openCase } from '../../_case/open-case'
import { CountedDays } from './counted-days'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.date')
  return { title: t('title') }
}

/** What an officer wants here: to see, day by day, why the date is that date, and to say so on the phone. */
export default async function DatePage({ params }: PageProps<'/staff/cases/[reference]/date'>) {
  const opened = await openCase({ typed: (await params).reference, page: 'date' })
  if ('refusal' in opened) return opened.refusal
  const { viewer, found, reference, path } = opened
  const [t, locale] = await Promise.all([getTranslations('staff.date'), getLocale()])
  const { db } = service()
  const clocks = [found.runningClock, found.officeClock].filter(clock => clock !== null)
  const explained = await Promise.all(
    [...new Map(clocks.map(clock => [clock.id, clock])).values()].map(async deadline => {
      const [days, { lawEnglish }] = await Promise.all([
        explainDeadline({ deadline }, { db }),
        limitInForce(db, { kind: deadline.kind, on: deadline.startsOn }),
      ])
      return { deadline, days, law: locale === 'en' ? lawEnglish : deadline.law }
    }),
  )
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={t('title')}
        back={{ href: caseAddress({ reference }), label: reference }}
        width="wide"
        asideFirst
        aside={<CaseClock found={found} explained />}
      >
        {explained.map(({ deadline, days, law }) => (
          <CountedDays key={deadline.id} deadline={deadline} law={law} days={days} now={found.now} />
        ))}
      </Page>
    </>
  )
}
