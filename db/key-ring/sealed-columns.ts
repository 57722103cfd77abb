import { is } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import * as schema from '../schema'
import { isSealed } from '../schema/columns'

export type SealedColumn = { name: string; isBinary: boolean }
export type SealedTable = { name: string; columns: SealedColumn[] }

/**
 * What is sealed in a chained log stays as it was written: the hash of its row covers the sealed value, so that
 * sealing it anew would look like forgery.
 */
const keptAsWritten = new Set(['application_events.note'])

/** Whether the values of a column keep the key that they were written with. */
export function isKeptAsWritten({ table, column }: { table: string; column: string }): boolean {
  return keptAsWritten.has(`${table}.${column}`)
}

/** Every table with sealed columns, in the order of the schema. */
export function sealedTables(): SealedTable[] {
  const casing = new CasingCache('snake_case')
  return Object.values<unknown>(schema)
    .filter(one => is(one, PgTable))
    .map(table => getTableConfig(table))
    .map(({ name, columns }) => ({
      name,
      columns: columns.filter(isSealed).map(column => ({
        name: casing.getColumnCasing(column),
        isBinary: column.getSQLType() === 'bytea',
      })),
    }))
    .filter(({ columns }) => columns.length > 0)
}
