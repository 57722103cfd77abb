import { is } from 'drizzle-orm'
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import * as schema from '@/db/schema'
import { isSealed } from '@/db/schema/columns'
import { seedErasurePlan } from '@/db/seed/erasure-plan'

/**
 * What the plan does not reach: cases, accounts and codes, which the functions empty themselves; pages of
 * attachments, which go with their attachment; and what belongs to staff and their work, whose files are kept
 * by the rules for staff.
 */
const elsewhere = new Set([
  'applications',
  'residents',
  'one_time_codes',
  'attachment_pages',
  'access_alerts',
  'log_exports',
])

test('whatever is personal about a resident is in the plan of erasure', () => {
  const forgotten = Object.values(schema)
    .filter(one => is(one, PgTable))
    .map(table => getTableConfig(table))
    .filter(({ name }) => !elsewhere.has(name) && !name.startsWith('staff'))
    .flatMap(({ name, columns }) =>
      columns.filter(isPersonal).map(column => ({ table: name, column: nameOf(column) })),
    )
    .filter(one => !isReached(one))
  expect(forgotten).toEqual([])
})

test('the plan names tables and columns that there are', () => {
  const tables = new Map(
    Object.values(schema)
      .filter(one => is(one, PgTable))
      .map(table => getTableConfig(table))
      .map(({ name, columns }) => [name, columns.map(nameOf)]),
  )
  for (const { tableName, foundBy, emptied } of seedErasurePlan) {
    expect(tables.get(tableName)).toEqual(expect.arrayContaining([foundBy, ...emptied]))
  }
})

/** A look-up is a digest of what was sealed. */
function isPersonal(column: PgColumn): boolean {
  return isSealed(column) || nameOf(column).endsWith('_lookup')
}

function isReached({ table, column }: { table: string; column: string }): boolean {
  if (table === 'application_events' && column === 'note') return true
  return seedErasurePlan.some(
    ({ tableName, emptied }) => tableName === table && (emptied.length === 0 || emptied.includes(column)),
  )
}

function nameOf({ name }: PgColumn): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
