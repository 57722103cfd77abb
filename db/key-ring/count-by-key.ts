import type postgres from 'postgres'
import { sealedTables } from './sealed-columns'
import { isSealedValue, keyIdOf, quoted } from './sealed-values'

/** How many values of a column are sealed with a key. */
export type SealedCount = { table: string; column: string; keyId: string; values: number }

/** How many values each key seals, in each column: what shows that a key is needed no more. */
export async function countByKey(owner: postgres.Sql): Promise<SealedCount[]> {
  const counts: SealedCount[] = []
  for (const { name: table, columns } of sealedTables()) {
    for (const column of columns) {
      const rows = await owner.unsafe<{ keyId: string; values: number }[]>(
        `select ${keyIdOf(column)} as "keyId", count(*)::int as "values"
         from ${quoted(table)} where ${isSealedValue(column)} group by 1 order by 1`,
      )
      counts.push(...rows.map(row => ({ table, column: column.name, ...row })))
    }
  }
  return counts
}
