import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { countExportsToAnswer, countOpenAlerts, maySeeExports } from '@/lib/audit'
import { countPhoneChangesToReview, mayAudit, type StaffViewer } from '@/lib/identity'
import { countRequestsToAnswer } from '@/lib/privacy'
import { service } from '../../../_service'
import { CalmPage } from '../../_parts/calm-page'
import { StaffHeader } from '../../_parts/staff-header'
import { auditPages } from './addresses'

type AuditPageProps = {
  viewer: StaffViewer
  path: keyof typeof auditPages
  title: string
  lead?: string
  /** What was just done. */
  done?: string | null
  children: ReactNode
}

/** A page of the auditors' room, with the ways to the others and what waits there. */
export async function AuditPage({ viewer, path, title, lead, done, children }: AuditPageProps) {
  return (
    <>
      <StaffHeader viewer={viewer} path={auditPages[path]} />
      <Page width="wide" title={title} lead={lead}>
        {mayAudit({ viewer }) && <Rooms viewer={viewer} current={path} />}
        {done && (
          <Notice tone="ok" announced>
            <p>{done}</p>
          </Notice>
        )}
        {children}
      </Page>
    </>
  )
}

/** What somebody of another role is told. */
export async function NotTheirRoom({ viewer }: { viewer: StaffViewer }) {
  const t = await getTranslations('audit.notYourRole')
  return (
    <CalmPage because="not-permitted" viewer={viewer} path="/staff/audit" title={t('title')}>
      <p>{t('text')}</p>
    </CalmPage>
  )
}

async function Rooms({ viewer, current }: { viewer: StaffViewer; current: keyof typeof auditPages }) {
  const { db } = service()
  const [t, alerts, exports, requests, phones] = await Promise.all([
    getTranslations('oversight.rooms'),
    countOpenAlerts(db),
    maySeeExports({ viewer }) ? countExportsToAnswer({ viewer }, { db }) : 0,
    countRequestsToAnswer(db),
    countPhoneChangesToReview(db),
  ])
  const waiting = { log: 0, alerts, exports, requests, phones, erasures: 0 }
  return (
    <nav aria-label={t('label')} className="flex flex-wrap gap-x-6 gap-y-1">
      {(['log', 'alerts', 'exports', 'requests', 'phones', 'erasures'] as const).map(room => (
        <a
          key={room}
          href={auditPages[room]}
          aria-current={room === current ? 'page' : undefined}
          className="link-target aria-[current]:font-bold"
        >
          {waiting[room] > 0 ? t('waiting', { room: t(room), count: waiting[room] }) : t(room)}
        </a>
      ))}
    </nav>
  )
}
