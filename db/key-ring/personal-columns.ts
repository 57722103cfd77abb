import { getTableName, is } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { getTableConfig, PgCustomColumn, PgTable } from 'drizzle-orm/pg-core'
import * as schema from '../schema'

/** A column that holds sealed values; all of our own column types do (db/schema/columns.ts). */
export type PersonalColumn = { table: string; column: string; isBinary: boolean }

/**
 * What is sealed in a chained log stays as it was written: the hash of its row covers it, so that sealing it
 * anew would look like forgery.
 */
const keptAsWritten = new Set(['application_events.note'])

/** Every column with sealed values, in the order of the schema. */
export function personalColumns(): PersonalColumn[] {
  const casing = new CasingCache('snake_case')
  return Object.values<unknown>(schema).flatMap(table =>
    is(table, PgTable)
      ? getTableConfig(table)
          .columns.filter(column => is(column, PgCustomColumn))
          .map(column => ({
            table: getTableName(table),
            column: casing.getColumnCasing(column),
            isBinary: column.getSQLType() === 'bytea',
          }))
      : [],
  )
}

/** Whether the values of a column may be sealed anew. */
export function isRewritable({ table, column }: PersonalColumn): boolean {
  return !keptAsWritten.has(`${table}.${column}`)
}
