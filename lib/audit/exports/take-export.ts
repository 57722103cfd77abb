import { eq } from 'drizzle-orm'
import { logExports } from '@/db/schema'
import { serviceNow } from '@/db/schema/columns'
import { mayAudit, type StaffViewer } from '@/lib/identity'
import type { Transaction } from '@/lib/platform/database'
import { done, failed, type Result } from '@/lib/platform/result'
import type { CheckpointKey } from '../chain/checkpoint'
import { isLoggedAction } from '../log/logged-actions'
import { type LogFilter, searchLog } from '../log/search-log'
import { recordChange } from '../record-change'
import { lockAllowedExport } from './answer-export'
import { csvOf, linesOfProof, proofOf } from './signed-export'
import { MOST_EXPORTED, tableOfLog } from './table-of-log'
import { workbookOf } from './workbook'

export type TakenExport = { file: Buffer; format: 'csv' | 'xlsx'; rows: number }

/**
 * Makes the file of an allowed export, once: what the search finds now, signed. A CSV carries its proof in its
 * last lines; of a workbook the proof is kept beside it, to be fetched at any time.
 *
 * @param key the service's signing key
 */
export async function takeExport(
  transaction: Transaction,
  { viewer, id, key }: { viewer: StaffViewer; id: string; key: CheckpointKey },
): Promise<Result<TakenExport, 'not-your-role' | 'not-allowed'>> {
  if (!mayAudit({ viewer })) return failed('not-your-role')
  const allowed = await lockAllowedExport(transaction, { viewer, id })
  if (!allowed) return failed('not-allowed')
  const { format } = allowed
  const filter = filterOf(allowed.filter)
  const found = await searchLog({ viewer, filter, limit: MOST_EXPORTED }, { db: transaction })
  if (!found.ok) return found
  const rows = found.value.entries.length
  const table = tableOfLog(found.value.entries)
  const content = format === 'csv' ? Buffer.from(csvOf(table)) : await workbookOf(table)
  const proof = proofOf({ content, key })
  await transaction
    .update(logExports)
    .set({ takenAt: serviceNow, rows, ...proof })
    .where(eq(logExports.id, allowed.id))
  const details = { ...allowed.filter, export: allowed.id, format, rows, sha256: proof.sha256 }
  await recordChange(transaction, { viewer, action: 'log-exported', details })
  const file = format === 'csv' ? Buffer.concat([content, Buffer.from(linesOfProof(proof))]) : content
  return done({ file, format, rows })
}

/** What was asked for as it was kept. */
export function filterOf(kept: Record<string, string | null>): LogFilter {
  const { reference = null, staffNumber = null, from = null, until = null } = kept
  const action = kept.action && isLoggedAction(kept.action) ? kept.action : null
  return { reference, staffNumber, action, from, until }
}
