import type postgres from 'postgres'
import { resealPersonal, sealingKeyId } from '../personal-data'
import { isRewritable, type PersonalColumn, personalColumns } from './personal-columns'

/** How many values are sealed with a key, in a column. */
export type SealedCount = PersonalColumn & { keyId: string; values: number }

/** Blocks of a table that one transaction reads: some hundreds of rows, locked for some milliseconds. */
const blocksATransaction = 16
/** Pictures are large, and rows of them small. */
const rowsATransaction = ({ isBinary }: PersonalColumn) => (isBinary ? 20 : 500)
/** Rows that somebody holds or moves are left for the next pass; nobody holds one for long. */
const mostPasses = 20

/**
 * Seals every personal value that another key sealed with the first key of the ring, beside a running service:
 * in small transactions, without waiting for a row that somebody works on and without holding one up. What is
 * done shows by the key's id in each value, so that a run that was broken off is simply started again.
 *
 * The owner's connection, since no right of the application reaches what must not be edited; the invariants
 * stand aside, for the words stay the same.
 *
 * @returns what is still sealed with which key
 */
export async function reencryptPersonalData({
  owner,
  onProgress = () => {},
}: {
  owner: postgres.Sql
  onProgress?: (done: { column: PersonalColumn; values: number }) => void
}): Promise<SealedCount[]> {
  for (const column of personalColumns().filter(isRewritable)) {
    for (let pass = 0; pass < mostPasses; pass += 1) {
      const values = await reencryptColumn(owner, column)
      if (values > 0) onProgress({ column, values })
      if (!(await hasOldValues(owner, column))) break
    }
  }
  return countByKey(owner)
}

/** How many values each key seals, in each column: the proof that a key is needed no more. */
export async function countByKey(owner: postgres.Sql): Promise<SealedCount[]> {
  const counts: SealedCount[] = []
  for (const column of personalColumns()) {
    const rows = await owner.unsafe<{ keyId: string; values: number }[]>(
      `select split_part(${headOf(column)}, '.', 2) as "keyId", count(*)::int as values
       from ${column.table} where ${headOf(column)} like 'v1.%' group by 1 order by 1`,
    )
    counts.push(...rows.map(row => ({ ...column, ...row })))
  }
  return counts
}

/** The beginning of a sealed value, as text. */
function headOf({ column, isBinary }: PersonalColumn): string {
  return isBinary ? `encode(substring(${column} from 1 for 110), 'escape')` : `left(${column}, 110)`
}

function isOld(column: PersonalColumn): string {
  return `${headOf(column)} like 'v1.%' and split_part(${headOf(column)}, '.', 2) <> '${sealingKeyId()}'`
}

async function hasOldValues(owner: postgres.Sql, column: PersonalColumn): Promise<boolean> {
  const rows = await owner.unsafe(`select from ${column.table} where ${isOld(column)} limit 1`)
  return rows.length > 0
}

async function reencryptColumn(owner: postgres.Sql, column: PersonalColumn): Promise<number> {
  const [size] = await owner<{ blocks: number }[]>`
    select ceil(pg_relation_size(${column.table}::regclass) / current_setting('block_size')::float)::int as blocks`
  let values = 0
  for (let block = 0; block < (size?.blocks ?? 0); block += blocksATransaction) {
    let found: number
    do {
      found = await reencryptBlocks(owner, { column, from: block, to: block + blocksATransaction })
      values += found
    } while (found === rowsATransaction(column))
  }
  return values
}

type Sealed = { place: string; value: string | Buffer }

async function reencryptBlocks(
  owner: postgres.Sql,
  { column, from, to }: { column: PersonalColumn; from: number; to: number },
): Promise<number> {
  const { table, column: name, isBinary } = column
  return owner.begin(async transaction => {
    // Triggers and foreign keys would look at every row; nothing of what they guard changes here.
    await transaction`set local session_replication_role = replica`
    const rows = await transaction.unsafe<Sealed[]>(
      `select ctid::text as place, ${name} as value from ${table}
       where ctid >= '(${from},0)' and ctid < '(${to},0)' and ${isOld(column)}
       limit ${rowsATransaction(column)} for no key update skip locked`,
    )
    if (rows.length === 0) return 0
    await transaction.unsafe(
      `update ${table} set ${name} = ${isBinary ? "decode(anew.value, 'base64')" : 'anew.value'}
       from unnest($1::text[], $2::text[]) as anew (place, value) where ${table}.ctid = anew.place::tid`,
      [rows.map(({ place }) => place), rows.map(({ value }) => resealed(value))],
    )
    return rows.length
  })
}

/** Bytes as base64, since the driver knows no lists of them. */
function resealed(value: string | Buffer): string {
  const anew = resealPersonal(value)
  return typeof anew === 'string' ? anew : anew.toString('base64')
}
