import { aliasedTable, and, count, desc, eq, getTableColumns, isNull, ne, sql } from 'drizzle-orm'
import { logExports, staff } from '@/db/schema'
import type { StaffViewer } from '@/lib/identity'
import { type Queryable, serviceNow } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { LogFilter } from '../log/search-log'
import { type ExportState, mayAllowExport, maySeeExports, stateOfExport } from './may-export'
import type { ExportProof } from './signed-export'
import { filterOf } from './take-export'

/** Whoever decides on a colleague's wish knows them by name; the number says which of two. */
export type Colleague = { name: string; staffNumber: string }

export type LogExport = {
  id: string
  format: 'csv' | 'xlsx'
  filter: LogFilter
  reason: string
  requestedBy: Colleague
  requestedAt: Date
  expiresAt: Date
  answeredBy: Colleague | null
  answeredAt: Date | null
  answerNote: string | null
  takenAt: Date | null
  rows: number | null
  proof: ExportProof | null
  state: ExportState
  /** What the viewer may do with it now. */
  may: 'answer' | 'take' | null
}

/** The exports that were asked for, the newest first, for those who ask and those who allow. */
export async function exportsFor(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<Result<LogExport[], 'not-your-role'>> {
  if (!maySeeExports({ viewer })) return failed('not-your-role')
  const requester = aliasedTable(staff, 'requester')
  const answerer = aliasedTable(staff, 'answerer')
  const now = await serviceNow(db)
  const rows = await db
    .select({
      kept: getTableColumns(logExports),
      requestedBy: { name: requester.name, staffNumber: requester.staffNumber },
      answeredBy: { name: answerer.name, staffNumber: answerer.staffNumber },
    })
    .from(logExports)
    .innerJoin(requester, eq(requester.id, logExports.requestedById))
    .leftJoin(answerer, eq(answerer.id, logExports.answeredById))
    .orderBy(desc(logExports.requestedAt))
    .limit(50)
  return done(
    rows.map(({ kept, requestedBy, answeredBy }) => asExport({ kept, requestedBy, answeredBy, viewer, now })),
  )
}

/** How many exports wait for this person's yes or no. */
export async function countExportsToAnswer(
  { viewer }: { viewer: StaffViewer },
  { db }: { db: Queryable },
): Promise<number> {
  if (!maySeeExports({ viewer })) return 0
  const [row] = await db
    .select({ waiting: count() })
    .from(logExports)
    .where(
      and(
        isNull(logExports.answeredAt),
        ne(logExports.requestedById, viewer.staffId),
        sql`${logExports.expiresAt} >= service_now()`,
      ),
    )
  return row?.waiting ?? 0
}

function asExport({
  kept,
  viewer,
  now,
  ...people
}: {
  kept: typeof logExports.$inferSelect
  requestedBy: Colleague
  answeredBy: Colleague | null
  viewer: StaffViewer
  now: Date
}): LogExport {
  const { filter, requestedById, sha256, keyId, signature, answeredById: _, outcome: __, ...shown } = kept
  const state = stateOfExport(kept, { now })
  return {
    ...shown,
    ...people,
    filter: filterOf(filter),
    proof: sha256 && keyId && signature ? { sha256, keyId, signature } : null,
    state,
    may: whatMay({ state, viewer, requestedById }),
  }
}

function whatMay({
  state,
  viewer,
  requestedById,
}: {
  state: ExportState
  viewer: StaffViewer
  requestedById: string
}): LogExport['may'] {
  if (state === 'waits' && mayAllowExport({ viewer, requestedById })) return 'answer'
  return state === 'allowed' && viewer.staffId === requestedById ? 'take' : null
}
