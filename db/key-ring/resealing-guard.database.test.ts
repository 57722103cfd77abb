import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../testing/refusal'
import type { TestDatabase } from '../testing/test-database'
import { isKeptAsWritten, sealedTables } from './index'
import { aDatabaseWithEveryKind } from './testing/values-of-every-kind'

let at: TestDatabase
beforeAll(async () => {
  at = await aDatabaseWithEveryKind()
}, 180_000)
afterAll(() => at.drop())

const guard = 'resealing_changes_nothing_else'

/** What refuses this to somebody who says that values are sealed anew. */
function refusedWhileResealing(sql: postgres.Sql, attack: string): Promise<string> {
  return refusalOf(sql, async transaction => {
    await transaction`select set_config('registration.resealing', 'yes', true)`
    await transaction.unsafe(attack)
  })
}

const rewritable = sealedTables()
  .map(({ name, columns }) => ({
    name,
    columns: columns.map(column => column.name).filter(column => !isKeptAsWritten({ table: name, column })),
  }))
  .filter(({ columns }) => columns.length > 0)

describe('the database', () => {
  it('guards each table with sealed columns, and knows just these', async () => {
    const guards = await at.owner<{ name: string; columns: string[] }[]>`
      select tgrelid::regclass::text as name,
        string_to_array(trim(trailing '\\000' from encode(tgargs, 'escape')), '\\000') as columns
      from pg_trigger where tgname = ${guard} order by 1`
    const byName = rewritable.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    expect([...guards]).toEqual(byName)
  })

  it('holds sealed values in no column but those', async () => {
    const known = sealedTables().flatMap(({ name, columns }) =>
      columns.map(column => `${name}.${column.name}`),
    )
    const columns = await at.owner<{ table: string; column: string; isBinary: boolean }[]>`
      select table_name as table, column_name as column, data_type = 'bytea' as "isBinary"
      from information_schema.columns where table_schema = 'public' and data_type in ('text', 'jsonb', 'bytea', 'ARRAY')`
    expect(columns.length).toBeGreaterThan(200)
    for (const { table, column, isBinary } of columns) {
      if (known.includes(`${table}.${column}`)) continue
      const text = isBinary ? `encode("${column}", 'escape')` : `"${column}"::text`
      const rows = await at.owner.unsafe(`select from "${table}" where ${text} ~ 'v1\\.test\\.' limit 1`)
      expect(rows, `${table}.${column}`).toHaveLength(0)
    }
  })
})

describe('whoever has signed in as the application', () => {
  it.each(rewritable.map(({ name, columns }) => [name, columns[0]]))(
    'gets past no invariant of %s by saying that values are sealed anew',
    async (table, column) => {
      const attack = `update ${table} set "${column}" = "${column}" || 'x' where "${column}" is not null`
      const without = await refusalOf(at.app, sql => sql.unsafe(attack))
      expect(await refusedWhileResealing(at.app, attack)).toBe(without)
    },
  )

  it.each([
    ["update messages set text = 'v1.test.x'", 'a_message_stays_as_sent'],
    ["update certificates set holders = 'v1.test.x'", 'a_certificate_stays_as_issued'],
    ["update certificate_papers set pdf = 'v1.test.x'", 'permission denied'],
    ["update application_events set note = 'v1.test.x'", 'permission denied'],
    ["select let_resealing_pass('messages', 'text')", 'permission denied'],
    ['set session authorization registration_owner', 'permission denied'],
  ])('is refused: %s', async (attack, by) => {
    expect(await refusedWhileResealing(at.app, attack)).toBe(by)
  })

  it('is not believed by a function of the owner either', async () => {
    await at.owner.unsafe(`create function asked_as_owner() returns boolean language sql security definer
      as 'select resealing_now()'; grant execute on function asked_as_owner() to registration_app`)
    const [said] = await at.app.begin(async sql => {
      await sql`select set_config('registration.resealing', 'yes', true)`
      return sql`select asked_as_owner() as believed`
    })
    expect(said).toEqual({ believed: false })
  })
})

describe('the owner', () => {
  const sealed = 'v1.test.c2VhbGVk'

  it.each(rewritable.map(({ name, columns }) => [name, columns]))(
    'may seal %s anew, and nothing else',
    async (table, columns) => {
      for (const column of columns) {
        const value = table === 'attachment_pages' ? `'${sealed}'::bytea` : `'${sealed}'`
        const where = `where "${column}" is not null`
        const set = (anew: string) => `update "${table}" set "${column}" = ${anew} ${where}`
        expect(await refusedWhileResealing(at.owner, set(value))).toBe('nothing')
        expect(await refusedWhileResealing(at.owner, set("'in the open'")), column).toBe(guard)
        expect(await refusedWhileResealing(at.owner, set("'erased'")), column).toBe(guard)
        expect(await refusedWhileResealing(at.owner, set('null')), column).toBe(guard)
      }
      expect(await refusedWhileResealing(at.owner, `delete from "${table}"`)).not.toBe('nothing')
    },
  )

  it.each([
    'update messages set sent_at = service_now()',
    "update certificates set number = 'x'",
    "update certificates set status = 'revoked'",
    "update certificate_papers set sha256 = 'y'",
    'update decisions set decided_at = service_now()',
    "update deadlines set extension_reason = 'v1.test.x' where extension_reason is null",
    "update applications set status = 'withdrawn'",
    'update residents set phone_lookup = id::text',
    "update staff set role = 'administrator'",
    'insert into messages select * from messages',
  ])('is refused: %s', async attack => expect(await refusedWhileResealing(at.owner, attack)).toBe(guard))

  it('rewrites no log, and without saying so no frozen row', async () => {
    const note = `update application_events set note = '${sealed}' where note is not null`
    expect(await refusedWhileResealing(at.owner, note)).toBe('application_events_are_append_only')
    const frozen = (attack: string) => refusalOf(at.owner, sql => sql.unsafe(attack))
    expect(await frozen(`update messages set text = '${sealed}'`)).toBe('a_message_stays_as_sent')
    expect(await frozen(`update certificates set holders = '${sealed}'`)).toBe(
      'a_certificate_stays_as_issued',
    )
  })
})
