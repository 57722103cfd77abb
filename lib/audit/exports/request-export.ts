import { sql } from 'drizzle-orm'
import { logExports } from '@/db/schema'
import { mayAudit, type StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import type { LogFilter } from '../log/search-log'
import { whatWasAsked } from '../log/what-was-asked'
import { recordChange } from '../record-change'
import { EXPORT_OPEN_HOURS } from './may-export'

export const LONGEST_EXPORT_REASON = 500

export type RequestExportFailure = TypedTextFailure | 'text-missing' | 'not-your-role'

/** Asks to take an extract of the log along; nothing leaves before somebody else has allowed it. */
export async function requestExport(
  {
    viewer,
    filter,
    format,
    reason: raw,
  }: { viewer: StaffViewer; filter: LogFilter; format: 'csv' | 'xlsx'; reason: string },
  { db }: { db: Database },
): Promise<Result<{ id: string }, RequestExportFailure>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const reason = readTypedText({ raw, maximumLength: LONGEST_EXPORT_REASON, lines: true })
  if (!reason.ok) return reason
  if (reason.value === '') return failed('text-missing')
  return db.transaction(async transaction => {
    const asked = await whatWasAsked(transaction, filter)
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
    return done(requested)
  })
}
