import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { logExports } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import type { StaffViewer } from '@/lib/identity'
import type { Database } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText, type TypedTextFailure } from '@/lib/platform/typed-text'
import { recordChange } from '../record-change'
import { maySeeExports } from './may-export'
import { LONGEST_EXPORT_REASON } from './request-export'

export type AnswerExportFailure = TypedTextFailure | 'text-missing' | 'not-your-role' | 'not-waiting'

/** Allows or declines somebody else's export, with the reason; once, and in its time. */
export async function answerExport(
  {
    viewer,
    id,
    outcome,
    note: raw,
  }: { viewer: StaffViewer; id: string; outcome: 'allowed' | 'declined'; note: string },
  { db }: { db: Database },
): Promise<Result<true, AnswerExportFailure>> {
  if (!maySeeExports({ viewer })) return failed('not-your-role')
  const note = readTypedText({ raw, maximumLength: LONGEST_EXPORT_REASON, lines: true })
  if (!note.ok) return note
  if (note.value === '') return failed('text-missing')
  return db.transaction(async transaction => {
    const [answered] = await transaction
      .update(logExports)
      .set({ outcome, answeredAt: serviceNow, answeredById: viewer.staffId, answerNote: note.value })
      .where(
        and(
          sql`${logExports.id}::text = ${id}`,
          isNull(logExports.answeredAt),
          ne(logExports.requestedById, viewer.staffId),
          sql`${logExports.expiresAt} >= service_now()`,
        ),
      )
      .returning({ id: logExports.id })
    if (!answered) return failed('not-waiting')
    const action = outcome === 'allowed' ? 'log-export-allowed' : 'log-export-declined'
    await recordChange(transaction, { viewer, action, details: { export: answered.id } })
    return done(true)
  })
}

/** Locks an export that whoever asked for it may take now. */
export async function lockAllowedExport(
  transaction: Parameters<typeof recordChange>[0],
  { viewer, id }: { viewer: StaffViewer; id: string },
) {
  const [found] = await transaction
    .select()
    .from(logExports)
    .where(
      and(
        sql`${logExports.id}::text = ${id}`,
        eq(logExports.requestedById, viewer.staffId),
        eq(logExports.outcome, 'allowed'),
        isNull(logExports.takenAt),
        sql`${logExports.expiresAt} >= service_now()`,
      ),
    )
    .for('update')
  return found ?? null
}
