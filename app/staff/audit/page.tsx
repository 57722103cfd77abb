import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import {
  MOST_EXPORTED,
  type NewestCheckpoint,
  namesInDetails,
  newestCheckpoint,
  recordLogSearch,
  searchLog,
} from '@/lib/audit'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../_service'
import { requireStaff } from '../../_session/viewer'
import { LogFilters } from './_log/log-filters'
import { logAddress, readLogQuery } from './_log/log-query'
import { LogTable } from './_log/log-table'
import { NotTheirRoom, AuditPage as Room } from './_room/audit-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

/** What an auditor wants here: who did or looked at what, and that nobody rewrote the record of it. */
export default async function AuditPage({ searchParams }: PageProps<'/staff/audit'>) {
  const query = readLogQuery(await searchParams)
  const { filter, after } = query
  const path = logAddress({ filter })
  const viewer = await requireStaff({ back: path })
  const t = await getTranslations('audit')
  const found = await searchLog({ viewer, filter, after }, service())
  if (!found.ok) return <NotTheirRoom viewer={viewer} />
  const { entries, next } = found.value
  if (!after) await recordLogSearch({ viewer, filter }, service())
  const { db } = service()
  const [now, checkpoint, names] = await Promise.all([
    serviceNow(db),
    newestCheckpoint({ db }),
    namesInDetails(db, { entries }),
  ])
  return (
    <Room viewer={viewer} path="log" title={t('title')} lead={t('lead')}>
      <Checkpoint checkpoint={checkpoint} now={now} />
      <LogFilters query={query} />
      {entries.length === 0 ? (
        <Notice>
          <p>{t('nothing')}</p>
        </Notice>
      ) : (
        <LogTable entries={entries} names={names} filter={filter} now={now} />
      )}
      <nav aria-label={t('pages')} className="flex flex-wrap gap-x-6">
        {after && <a href={path}>{t('first')}</a>}
        {next && <a href={logAddress({ filter, after: next })}>{t('next')}</a>}
        {entries.length > 0 && <a href={logAddress({ filter, toExport: true })}>{t('export')}</a>}
      </nav>
      <p className="text-small text-ink-soft">{t('exportHint', { most: MOST_EXPORTED })}</p>
    </Room>
  )
}

async function Checkpoint({ checkpoint, now }: { checkpoint: NewestCheckpoint | null; now: Date }) {
  const t = await getTranslations('audit.checkpoint')
  if (!checkpoint) {
    return (
      <Notice tone="warn" title={t('none')}>
        <p>{t('noneText')}</p>
      </Notice>
    )
  }
  const { number, at, sha256, isLate } = checkpoint
  return (
    <Notice tone={isLate ? 'warn' : 'neutral'} title={t(isLate ? 'late' : 'title')}>
      <p>{t.rich('text', { number, when: () => <Moment instant={at} now={now} /> })}</p>
      <p className="text-small break-all tabular-nums">{t('digest', { sha256 })}</p>
    </Notice>
  )
}
