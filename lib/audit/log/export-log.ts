import type { StaffViewer } from '@/lib/identity'
import type { Transaction } from '@/lib/platform/database'
import { done, type Result } from '@/lib/platform/result'
import type { CheckpointKey } from '../chain/checkpoint'
import { recordChange } from '../record-change'
import { type LogEntry, type LogFilter, searchLog } from './search-log'
import { signedCsv } from './signed-export'
import { whatWasAsked } from './what-was-asked'

/** A spreadsheet's worth; more is asked for by period. */
export const MOST_EXPORTED = 20_000

const head = [
  'log',
  'id',
  'at',
  'action',
  'reference',
  'by',
  'staff_number',
  'role',
  'office',
  'purpose',
  'details',
  'chain_position',
  'previous_hash',
  'hash',
]

/**
 * What a search finds, as a CSV that proves its own origin; logged with what was asked for. Staff stand in it
 * by their numbers, residents not at all.
 *
 * @param key the service's signing key
 */
export async function exportLog(
  transaction: Transaction,
  { viewer, filter, key }: { viewer: StaffViewer; filter: LogFilter; key: CheckpointKey },
): Promise<Result<{ csv: string; count: number }, 'not-your-role'>> {
  const found = await searchLog({ viewer, filter, limit: MOST_EXPORTED }, { db: transaction })
  if (!found.ok) return found
  const { entries } = found.value
  await recordChange(transaction, {
    viewer,
    action: 'log-exported',
    details: { ...(await whatWasAsked(transaction, filter)), rows: entries.length },
  })
  return done({ csv: signedCsv({ rows: [head, ...entries.map(asRow)], key }), count: entries.length })
}

function asRow(entry: LogEntry): string[] {
  return [
    entry.log,
    entry.id,
    entry.at.toISOString(),
    entry.action,
    entry.reference ?? '',
    entry.by,
    entry.member?.staffNumber ?? '',
    entry.member?.role ?? '',
    entry.officeCode ?? '',
    entry.purpose ?? '',
    JSON.stringify(entry.details),
    String(entry.position),
    entry.previousHash,
    entry.hash,
  ]
}
