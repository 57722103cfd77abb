import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { type MessageToAnswer, messagesToAnswer } from '@/lib/messages'
import { serviceNow } from '@/lib/platform/database'
import { mayReadQueue } from '@/lib/supervision'
import { service } from '../../_service'
import { requireStaff } from '../../_session/viewer'
import { caseAddress } from '../_parts/addresses'
import { CalmPage } from '../_parts/calm-page'
import { StaffHeader } from '../_parts/staff-header'
import { StatusTag } from '../_parts/status-tag'

const path = '/staff/messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('correspondence.list')
  return { title: t('title') }
}

/** What an officer wants here: nobody who wrote waits unseen, least of all in a case that has left the queue. */
export default async function MessagesToAnswerPage() {
  const viewer = await requireStaff({ back: path })
  const tStaff = await getTranslations('staff.notYourRole')
  if (!mayReadQueue({ viewer })) {
    return (
      <CalmPage because="not-permitted" viewer={viewer} path={path} title={tStaff('title')}>
        <p>{tStaff('queue')}</p>
      </CalmPage>
    )
  }
  const { db } = service()
  const [t, rows, now] = await Promise.all([
    getTranslations('correspondence.list'),
    messagesToAnswer({ viewer }, { db }),
    serviceNow(db),
  ])
  return (
    <>
      <StaffHeader viewer={viewer} path={path} />
      <Page title={t('title')} lead={t('lead')} back={{ href: '/staff', label: t('back') }} width="wide">
        {rows.length > 0 ? (
          <WaitingTable rows={rows} now={now} />
        ) : (
          <Notice>
            <p>{t('none')}</p>
          </Notice>
        )}
      </Page>
    </>
  )
}

async function WaitingTable({ rows, now }: { rows: MessageToAnswer[]; now: Date }) {
  const t = await getTranslations('correspondence.list')
  const head = [t('answerBy'), t('reference'), t('applicant'), t('status'), t('sentAt')]
  return (
    <DataTable stacks caption={t('title')} head={head}>
      {rows.map(({ reference, answerBy, applicant, status, sentAt }) => (
        <DataRow
          key={reference}
          urgency={answerBy < now ? 'red' : 'green'}
          cells={[
            <span key="by">
              <Moment instant={answerBy} now={now} /> {answerBy < now && <strong>{t('late')}</strong>}
            </span>,
            <a
              key="reference"
              href={caseAddress({ reference, page: 'messages' })}
              className="whitespace-nowrap"
            >
              {reference}
            </a>,
            <span key="applicant" className="whitespace-nowrap">
              {applicant}
            </span>,
            <StatusTag key="status" status={status} />,
            <Moment key="sent" instant={sentAt} now={now} />,
          ]}
        />
      ))}
    </DataTable>
  )
}
