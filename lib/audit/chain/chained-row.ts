import { createHash } from 'node:crypto'

/** The two chained logs. */
export const chainedLogs = ['audit_events', 'application_events'] as const
export type ChainedLog = (typeof chainedLogs)[number]

/** A column as PostgreSQL prints it, the instant in UTC; null where there is none. */
export type Column = string | null
/** A row of a log with every column as text: nothing is parsed, so that nothing can be parsed differently. */
export type ChainedRow = {
  id: string
  at: string
  application_id: Column
  chain_position: string
  previous_hash: string
  hash: string
  [column: string]: Column
}

/** Before the first link of a chain. */
export const noHash = '0'.repeat(64)

/**
 * What the hash of a row covers, in this order: every column but the hash itself. The database's function
 * chain_hash says the same in SQL; a test holds the two together and both to the columns that there are.
 */
export const hashedColumns = {
  audit_events: [
    'chain_position',
    'previous_hash',
    'id',
    'at',
    'action',
    'application_id',
    'resident_id',
    'staff_id',
    'office_code',
    'purpose',
    'details',
  ],
  application_events: [
    'chain_position',
    'previous_hash',
    'id',
    'at',
    'name',
    'application_id',
    'resident_id',
    'staff_id',
    'office_code',
    'actor',
    'from_status',
    'to_status',
    'note',
    'details',
    'transaction_id',
  ],
} as const satisfies Record<ChainedLog, readonly string[]>

/** Columns that go in as their digest, so that the words may go when their retention has run out. */
const digestedColumns: readonly string[] = ['note']

/** What stands in place of words that were erased: the digest that went into the hash of their row. */
const erased = /^erased\.(?<digest>[0-9a-f]{64})$/

/** Whether the words of a row were erased. */
export function isErased(row: ChainedRow): boolean {
  return digestedColumns.some(column => erased.test(row[column] ?? ''))
}

function digestOf(words: string): string {
  return erased.exec(words)?.groups?.digest ?? sha256(words)
}

/** The hash that a row must bear, computed without the database. */
export function hashOfRow({ log, row }: { log: ChainedLog; row: ChainedRow }): string {
  const fields = hashedColumns[log].map(column => {
    const value = row[column] ?? null
    if (column === 'at') return field(canonicalInstant(value))
    return field(digestedColumns.includes(column) && value !== null ? digestOf(value) : value)
  })
  return sha256([field(`${log} v1`), ...fields].join(''))
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** `<octets>:<text>,` or `-,` for none: no two lists of fields give the same text. */
function field(value: Column): string {
  return value === null ? '-,' : `${Buffer.byteLength(value, 'utf8')}:${value},`
}

/** `2026-11-25 08:04:19.12` as PostgreSQL prints it in UTC → `2026-11-25T08:04:19.120000Z`. */
export function canonicalInstant(printed: Column): Column {
  if (printed === null) return null
  const [date = '', time = ''] = printed.split(' ')
  const [seconds = '', fraction = ''] = time.split('.')
  return `${date}T${seconds}.${fraction.padEnd(6, '0')}Z`
}
