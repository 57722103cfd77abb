import postgres from 'postgres'
import { resealPersonal, sealingKeyId } from '../personal-data'
import { countByKey, type SealedCount } from './count-by-key'
import { isKeptAsWritten, type SealedTable, sealedTables } from './sealed-columns'
import { isOld, quoted } from './sealed-values'

/** How far a table has come: values sealed anew so far, and whether that was all of them. */
export type Progress = { table: string; values: number; isWhole: boolean }

type Run = { owner: postgres.Sql; table: SealedTable; unreadable: Set<string> }
type Batch = { condition: string; most: number; whenHeld: 'skip locked' | '' }

/** Blocks of a table that are looked through at once: some hundreds of rows. */
const blocksALook = 16
/** Rows that one transaction locks, for some milliseconds; papers and pictures among them weigh some megabytes. */
const rowsABatch = 50
/** As long as a transaction of the service may sit idle (lib/platform/database.ts): nobody holds a row longer. */
const longestWait = '12s'
/** Rows that move on while they are waited for are looked for again; this ends a race with a forgotten process. */
const mostPasses = 20

/**
 * Seals every personal value that another key sealed with the first key of the ring, beside a running service.
 * The words stay the same, and so do the look-ups, which have a key of their own. In small transactions that wait
 * for nobody; a row that somebody holds is waited for at the end, alone, so that no writer is ever in a deadlock
 * with this. A value is read and written under its row's lock, so that what somebody writes or erases at the same
 * moment stays. What is done shows by the key's id in each value: a run that was broken off is started again.
 *
 * Needs the connection of the tables' owner: to nobody else do frozen rows give way (docs/decisions/0023).
 *
 * @returns what is still sealed with which key, and the places of values that none of the keys opens
 */
export async function reencryptPersonalData({
  owner,
  onProgress = () => {},
}: {
  owner: postgres.Sql
  onProgress?: (progress: Progress) => void
}): Promise<{ counts: SealedCount[]; unreadable: string[] }> {
  const unreadable = new Set<string>()
  for (const table of rewritableTables()) {
    let values = 0
    const tell = (more: number, isWhole = false) => {
      values += more
      onProgress({ table: table.name, values, isWhole })
    }
    const run = { owner, table, unreadable }
    await reencryptInBatches(run, tell)
    await reencryptOneByOne(run, tell)
    tell(0, true)
  }
  return { counts: await countByKey(owner), unreadable: [...unreadable] }
}

function rewritableTables(): SealedTable[] {
  return sealedTables()
    .map(({ name: table, columns }) => ({
      name: table,
      columns: columns.filter(({ name: column }) => !isKeptAsWritten({ table, column })),
    }))
    .filter(({ columns }) => columns.length > 0)
}

/** The whole table once, block by block, without the rows that somebody holds. */
async function reencryptInBatches(run: Run, tell: (values: number) => void): Promise<void> {
  const [size] = await run.owner<{ blocks: number }[]>`
    select ceil(pg_relation_size(${run.table.name}::regclass) / current_setting('block_size')::float)::int as blocks`
  for (let block = 0; block < (size?.blocks ?? 0); block += blocksALook) {
    const condition = `ctid >= '(${block},0)' and ctid < '(${block + blocksALook},0)'`
    const batch = { condition, most: rowsABatch, whenHeld: 'skip locked' } as const
    let done: { rows: number; values: number }
    do {
      done = await reencryptBatch(run, batch)
      tell(done.values)
    } while (done.rows === rowsABatch && done.values > 0)
  }
}

/** What is left: rows that were held, or that moved to where the batches had been already. */
async function reencryptOneByOne(run: Run, tell: (values: number) => void): Promise<void> {
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const places = await run.owner.unsafe<{ place: string }[]>(
      `select ctid::text as place from ${quoted(run.table.name)} where ${anyOld(run.table)} limit 1000`,
      [sealingKeyId()],
    )
    let values = 0
    for (const { place } of places) {
      const batch = { condition: `ctid = '${place}'`, most: 1, whenHeld: '' } as const
      const done = await reencryptBatch(run, batch).catch(nothingIfHeld)
      // Whoever holds a row that long may hold many of this table: the count at the end tells of them.
      if (!done) return
      values += done.values
    }
    tell(values)
    if (values === 0) return
  }
}

function nothingIfHeld(error: unknown): null {
  const lockNotAvailable = '55P03'
  if (error instanceof postgres.PostgresError && error.code === lockNotAvailable) return null
  throw error
}

function anyOld({ columns }: SealedTable): string {
  return `(${columns.map(isOld).join(' or ')})`
}

/** Its place, and the values that are to be sealed anew by the names of their columns; null are all others. */
type Row = { ctid: string; [column: string]: string | Buffer | null }

async function reencryptBatch(run: Run, batch: Batch): Promise<{ rows: number; values: number }> {
  return run.owner.begin(async transaction => {
    await transaction`select set_config('registration.resealing', 'yes', true),
      set_config('lock_timeout', ${longestWait}, true)`
    const rows = await lockOldRows(transaction, run.table, batch)
    const values = run.table.columns.map(({ name }) => rows.map(row => resealed(run, { row, name })))
    const written = values.flat().filter(value => value !== null).length
    if (written > 0) await rewrite(transaction, run.table, { places: rows.map(({ ctid }) => ctid), values })
    return { rows: rows.length, values: written }
  })
}

/** Locked, a row shows what was written last: of somebody who was waited for, too. */
function lockOldRows(transaction: postgres.TransactionSql, table: SealedTable, batch: Batch): Promise<Row[]> {
  const values = table.columns.map(
    column => `case when ${isOld(column)} then ${quoted(column.name)} end as ${quoted(column.name)}`,
  )
  return transaction.unsafe<Row[]>(
    `select ctid::text, ${values.join(', ')} from ${quoted(table.name)}
     where ${batch.condition} and ${anyOld(table)} limit ${batch.most} for no key update ${batch.whenHeld}`,
    [sealingKeyId()],
  )
}

/** Bytes as base64, since the driver knows no lists of them. */
function resealed({ table, unreadable }: Run, { row, name }: { row: Row; name: string }): string | null {
  const old = row[name]
  if (old === null || old === undefined) return null
  try {
    const anew = resealPersonal(old)
    return typeof anew === 'string' ? anew : anew.toString('base64')
  } catch {
    unreadable.add(`${table.name}.${name} ${row.ctid}`)
    return null
  }
}

async function rewrite(
  transaction: postgres.TransactionSql,
  { name: table, columns }: SealedTable,
  { places, values }: { places: string[]; values: (string | null)[][] },
): Promise<void> {
  const lists = columns.map((_, index) => `$${index + 2}::text[]`)
  const anew = columns.map(({ isBinary }, index) => (isBinary ? `decode(v${index}, 'base64')` : `v${index}`))
  const set = columns.map(
    ({ name }, index) => `${quoted(name)} = coalesce(${anew[index]}, kept.${quoted(name)})`,
  )
  await transaction.unsafe(
    `update ${quoted(table)} kept set ${set.join(', ')}
     from unnest($1::text[], ${lists.join(', ')}) as anew (place, ${columns.map((_, index) => `v${index}`).join(', ')})
     where kept.ctid = anew.place::tid`,
    [places, ...values],
  )
}
