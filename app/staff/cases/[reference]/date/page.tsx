import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/page'
import { explainDeadline } from '@/lib/deadlines'
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
  const t = await getTranslations('staff.date')
  const clocks = [found.runningClock, found.officeClock].filter(clock => clock !== null)
  const explained = await Promise.all(
    [...new Map(clocks.map(clock => [clock.id, clock])).values()].map(async deadline => ({
      deadline,
      days: await explainDeadline({ deadline }, service()),
    })),
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
        {explained.map(({ deadline, days }) => (
          <CountedDays key={deadline.id} deadline={deadline} days={days} now={found.now} />
        ))}
      </Page>
    </>
  )
}
