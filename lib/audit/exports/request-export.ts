import { and, eq, isNull, sql } from 'drizzle-orm'
import { logExports } from '@/db/schema'
import { mayAudit, type StaffViewer } from '@/lib/identity'
import type { Database, Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import type { LogFilter } from '../log/search-log'
import { whatWasAsked } from '../log/what-was-asked'
import { recordChange } from '../record-change'
import { EXPORT_OPEN_HOURS } from './may-export'

export const LONGEST_EXPORT_REASON = 500
/** Whoever allows it decides by the reason: for whom and what for does not fit into a word. */
export const SHORTEST_EXPORT_REASON = 10

export type RequestExportFailure = TypedTextFailure | 'text-missing' | 'reason-too-short' | 'not-your-role'

export type RequestedExport = {
  id: string
  /** The same waits for its answer already: nothing was kept a second time. */
  isAskedBefore: boolean
}

/**
 * Asks to take an extract of the log along; nothing leaves before somebody else has allowed it. The same extract
 * for the same reason again, while the first waits, is the first.
 */
export async function requestExport(
  {
    viewer,
    filter,
    format,
    reason: raw,
  }: { viewer: StaffViewer; filter: LogFilter; format: 'csv' | 'xlsx'; reason: string },
  { db }: { db: Database },
): Promise<Result<RequestedExport, RequestExportFailure>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const reason = readTypedText({ raw, maximumLength: LONGEST_EXPORT_REASON, lines: true })
  if (!reason.ok) return reason
  if (reason.value === '') return failed('text-missing')
  if ([...reason.value].length < SHORTEST_EXPORT_REASON) return failed('reason-too-short')
  return db.transaction(async transaction => {
    const asked = await whatWasAsked(transaction, filter)
    const before = await theSameWaiting(transaction, { viewer, asked, format, reason: reason.value })
    if (before) return done({ id: before, isAskedBefore: true })
    const [requested] = await transaction
      .insert(logExports)
      .values({
        format,
        filter: asked,
        reason: reason.value,
        requestedById: viewer.staffId,
        expiresAt: sql`service_now() + make_interval(hours => ${EXPORT_OPEN_HOURS})`,
      })
      .returning({ id: logExports.id })
    if (!requested) throw new Error('the request for an export was not kept')
    const details = { ...asked, export: requested.id, format }
    await recordChange(transaction, { viewer, action: 'log-export-requested', details })
    return done({ id: requested.id, isAskedBefore: false })
  })
}

/** Sealed reasons compare only once opened; of two sendings at once, one waits for the other. */
async function theSameWaiting(
  transaction: Transaction,
  {
    viewer: { staffId },
    asked,
    format,
    reason,
  }: { viewer: StaffViewer; asked: Record<string, string | null>; format: 'csv' | 'xlsx'; reason: string },
): Promise<string | undefined> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`log export ${staffId}`}, 0))`,
  )
  const waiting = await transaction
    .select({ id: logExports.id, reason: logExports.reason })
    .from(logExports)
    .where(
      and(
        eq(logExports.requestedById, staffId),
        eq(logExports.format, format),
        sql`${logExports.filter} = ${JSON.stringify(asked)}::jsonb`,
        isNull(logExports.answeredAt),
        sql`${logExports.expiresAt} >= service_now()`,
      ),
    )
  return waiting.find(one => one.reason === reason)?.id
}
