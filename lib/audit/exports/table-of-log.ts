import type { LogEntry } from '../log/search-log'

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

/** Entries of the log as a table with its head. Staff stand in it by their numbers, residents not at all. */
export function tableOfLog(entries: readonly LogEntry[]): string[][] {
  return [head, ...entries.map(asRow)]
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
