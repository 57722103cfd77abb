import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { countExportsToAnswer } from '@/lib/audit'
import { complaintsToAnswer } from '@/lib/complaints'
import type { StaffViewer } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import {
  complaintsOnTimeThisMonth,
  extensionRequestsToAnswer,
  officerLoad,
  proposalsToAnswer,
  returnedProposals,
  rightFirstTime,
  supervisedCases,
  supervisionFigures,
} from '@/lib/supervision'
import { serviceForViewer } from '../../_service'
import { StaffHeader } from '../_parts/staff-header'
import { recordsAddress } from './_room/addresses'
import { CasesTable } from './_room/cases-table'
import { ComplaintsTable, type ComplaintsTableProps } from './_room/complaints-table'
import { ExtensionRequestsTable } from './_room/extension-requests-table'
import { Figures } from './_room/figures'
import { LoadTable } from './_room/load-table'
import { officeTimes } from './_room/office-times'
import { openRoom } from './_room/open-room'
import { ProposalsTable } from './_room/proposals-table'
import { RatingsSection } from './_room/ratings-section'
import { RightFirstTimeTable } from './_room/right-first-time-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('supervision')
  return { title: t('title') }
}

/** What a supervisor wants here: what lapses today unless somebody acts, who has too much, what waits for them. */
export default async function SupervisionPage() {
  const room = await openRoom('/staff/supervision')
  if ('refusal' in room) return room.refusal
  const { viewer } = room
  const { db } = serviceForViewer()
  const [t, now, times, figures, dueToday, proposals, returned, requests, complaints, loads] =
    await Promise.all([
      getTranslations('supervision'),
      serviceNow(db),
      officeTimes(viewer),
      supervisionFigures({ viewer }, { db }),
      supervisedCases({ viewer, list: 'due-today' }, { db }),
      proposalsToAnswer({ viewer }, { db }),
      returnedProposals({ viewer }, { db }),
      extensionRequestsToAnswer({ viewer }, { db }),
      complaintsToAnswer({ viewer }, { db }),
      officerLoad({ viewer }, { db }),
    ])
  const shared = { viewer, times, now }
  return (
    <>
      <StaffHeader viewer={viewer} path="/staff/supervision" />
      <Page title={t('title')} width="wide">
        <Figures figures={figures} />
        <ExportsWaiting viewer={viewer} />
        <Section id="due-today" title={t('dueToday.title')} lead={t('dueToday.lead')}>
          {dueToday.rows.length > 0 ? (
            <CasesTable {...shared} list="due-today" rows={dueToday.rows} />
          ) : (
            <p>{t('dueToday.none')}</p>
          )}
        </Section>
        <Section id="proposals" title={t('proposals.title')} lead={t('proposals.lead')}>
          {proposals.length > 0 ? (
            <ProposalsTable {...shared} kind="proposals" rows={proposals} />
          ) : (
            <p>{t('proposals.none')}</p>
          )}
        </Section>
        {returned.length > 0 && (
          <Section id="returned" title={t('returned.title')}>
            <ProposalsTable {...shared} kind="returned" rows={returned} />
          </Section>
        )}
        {requests.length > 0 && (
          <Section
            id="extension-requests"
            title={t('extensionRequests.title')}
            lead={t('extensionRequests.lead')}
          >
            <ExtensionRequestsTable {...shared} rows={requests} />
          </Section>
        )}
        <ComplaintsSection viewer={viewer} rows={complaints} times={times} now={now} />
        <RatingsSection viewer={viewer} now={now} />
        <Section id="load" title={t('load.title')} lead={t('load.lead')}>
          <LoadTable loads={loads} />
        </Section>
        <RightFirstTimeSection viewer={viewer} now={now} />
        <p>
          <a href={recordsAddress()}>{t('records.all')}</a>
        </p>
      </Page>
    </>
  )
}

async function ComplaintsSection(props: ComplaintsTableProps & { viewer: StaffViewer }) {
  const { viewer, now } = props
  const [t, percent] = await Promise.all([
    getTranslations('complaints.list'),
    complaintsOnTimeThisMonth({ viewer, now }, serviceForViewer()),
  ])
  const lead = t(viewer.role === 'county' ? 'leadCounty' : 'lead')
  return (
    <Section id="complaints" title={t('title')} lead={lead}>
      {percent !== null && <p>{t('onTime', { percent })}</p>}
      {props.rows.length > 0 ? <ComplaintsTable {...props} /> : <p>{t('none')}</p>}
    </Section>
  )
}

async function RightFirstTimeSection({ viewer, now }: { viewer: StaffViewer; now: Date }) {
  const [t, figures] = await Promise.all([
    getTranslations('supervision.rightFirstTime'),
    rightFirstTime({ viewer, now }, serviceForViewer()),
  ])
  return (
    <Section id="right-first-time" title={t('title')} lead={t('lead')}>
      {figures.offices.length > 0 ? <RightFirstTimeTable figures={figures} /> : <p>{t('nothing')}</p>}
    </Section>
  )
}

type SectionProps = { id: string; title: string; lead?: string; children: ReactNode }

function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section id={id} className="flow-small">
      <h2>{title}</h2>
      {lead && <p className="max-w-read text-ink-soft">{lead}</p>}
      {children}
    </section>
  )
}

/** The second pair of eyes on an export of the audit log may be the county's. */
async function ExportsWaiting({ viewer }: { viewer: StaffViewer }) {
  const count = await countExportsToAnswer({ viewer }, serviceForViewer())
  if (count === 0) return null
  const t = await getTranslations('oversight.export')
  return (
    <Notice>
      <p>
        {t('waiting', { count })} <a href="/staff/audit/exports">{t('title')}</a>
      </p>
    </Notice>
  )
}
