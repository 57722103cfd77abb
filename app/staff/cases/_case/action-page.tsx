import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Details } from '@/components/details'
import { Page } from '@/components/page'
import { caseAddress } from '../../_parts/addresses'
import { StaffHeader } from '../../_parts/staff-header'
import { CaseClock } from './case-clock'
import { CaseFacts } from './case-facts'
import type { OpenedCase } from './open-case'

type ActionPageProps = { opened: OpenedCase; title: string; lead?: ReactNode; children: ReactNode }

/** The frame of a page on which one thing is done to a case: the clock and the facts stay in sight. */
export async function ActionPage({ opened, title, lead, children }: ActionPageProps) {
  const { viewer, found, reference, path } = opened
  const t = await getTranslations('staff.case')
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page
        title={title}
        {...(lead && { lead: <span className="text-base">{lead}</span> })}
        back={{ href: caseAddress({ reference }), label: reference }}
        width="wide"
        asideFirst
        aside={<CaseClock found={found} />}
      >
        {children}
        <Details summary={t('facts')}>
          <CaseFacts found={found} />
        </Details>
      </Page>
    </>
  )
}
