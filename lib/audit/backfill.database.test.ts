import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { verifyLogs } from './verify-logs'

const cluster = inject('testCluster')
const name = `test_${randomBytes(6).toString('hex')}`
let admin: postgres.Sql
let owner: postgres.Sql
let olderMigrations: string

beforeAll(async () => {
  admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} owner ${new URL(cluster.ownerUrl).username}`)
  owner = postgres(Object.assign(new URL(cluster.ownerUrl), { pathname: `/${name}` }).href, {
    max: 1,
    onnotice: () => {},
  })
  olderMigrations = await mkdtemp(path.join(tmpdir(), 'older-migrations-'))
  await cp('db/migrations', olderMigrations, { recursive: true })
  const journal = JSON.parse(await readFile(`${olderMigrations}/meta/_journal.json`, 'utf8'))
  const older = journal.entries.filter(({ idx }: { idx: number }) => idx < 8)
  await writeFile(`${olderMigrations}/meta/_journal.json`, JSON.stringify({ ...journal, entries: older }))
})
afterAll(async () => {
  await owner.end()
  await admin.unsafe(`drop database ${name} with (force)`)
  await admin.end()
  await rm(olderMigrations, { recursive: true })
})

async function migrateFrom(migrationsFolder: string): Promise<void> {
  await migrate(drizzle(owner), { migrationsFolder, migrationsSchema: 'migrations' })
}

async function twoCasesWithEvents(): Promise<void> {
  await owner`insert into residents (phone, phone_lookup) values ('v1.x.y', 'somebody')`
  await owner`insert into applications (resident_id) select id from residents cross join generate_series(1, 2)`
  for (const name of ['one', 'two', 'three']) {
    await owner`insert into application_events (application_id, name, from_status, to_status, actor, note)
      select id, ${name}, 'draft', 'draft', 'system', '补正 ✓' from applications`
    await owner`insert into audit_events (action, application_id, details)
      select ${name}, id, '{"b": 1, "a": "字"}'::jsonb from applications union all select ${name}, null, '{}'`
  }
}

it('rows from before the chain are chained in the order in which they came', async () => {
  await migrateFrom(olderMigrations)
  await twoCasesWithEvents()
  await migrateFrom('db/migrations')
  const { rows, findings } = await verifyLogs({ sql: owner, keys: [] })
  expect(findings).toEqual([])
  expect(rows).toEqual({ audit_events: 9, application_events: 6 })
  const [chain] = await owner`select array_agg(action order by chain_position) as actions from audit_events
    where application_id is null`
  expect(chain?.actions).toEqual(['one', 'two', 'three'])
  await expect(owner`update audit_events set action = 'changed'`).rejects.toThrow('append-only')
})
