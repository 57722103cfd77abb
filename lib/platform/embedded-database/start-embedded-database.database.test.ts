import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withConnection } from './connection'
import { EmbeddedDatabaseFailure } from './failure'
import { readPostmasterFile } from './postmaster-file'
import { isAlive } from './processes'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './start-embedded-database'

let folder: string
let dataDirectory: string
let said: string[] = []
const start = () =>
  startEmbeddedDatabase({ dataDirectory, settings: { fsync: 'off' }, log: line => said.push(line) })
const rowsIn = (database: EmbeddedDatabase) =>
  withConnection(database.adminUrl, async sql => (await sql`select number from kept order by 1`).length)
const pidOf = (database: EmbeddedDatabase) => readPostmasterFile(database.dataDirectory)?.pid ?? 0

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'embedded-'))
  dataDirectory = path.join(folder, 'postgres')
  const database = await start()
  await withConnection(database.adminUrl, async sql => {
    await sql`create table kept (number integer)`
    await sql`insert into kept values (1), (2)`
  })
  await database.stop()
})
beforeEach(() => {
  said = []
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the embedded database', () => {
  test('keeps its rows and its port from one start to the next', async () => {
    const first = await start()
    await first.stop()
    const second = await start()
    expect(second).toMatchObject({ port: first.port, adopted: false })
    expect(await rowsIn(second)).toBe(2)
    await second.stop()
  })

  test('that an earlier run left behind is taken over, and stops when it is told', async () => {
    const left = await start()
    const pid = pidOf(left)
    const taken = await start()
    expect(taken).toMatchObject({ port: left.port, adopted: true })
    expect(await rowsIn(taken)).toBe(2)
    await taken.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('that was killed recovers every row that was committed', async () => {
    const killed = await start()
    await withConnection(killed.adminUrl, sql => sql`insert into kept values (3)`)
    process.kill(pidOf(killed), 'SIGKILL')
    await killed.ended
    const next = await start()
    expect(await rowsIn(next)).toBe(3)
    await withConnection(next.adminUrl, sql => sql`delete from kept where number = 3`)
    await next.stop()
  })

  test('whose first start was interrupted is made anew, and what there was is kept aside', async () => {
    const half = path.join(folder, 'half', 'postgres')
    mkdirSync(half, { recursive: true })
    writeFileSync(path.join(half, 'PG_VERSION'), '18\n')
    const database = await startEmbeddedDatabase({
      dataDirectory: half,
      settings: { fsync: 'off' },
      log: line => said.push(line),
    })
    expect(await withConnection(database.adminUrl, sql => sql`select 1`)).toHaveLength(1)
    await database.stop()
    const aside = readdirSync(path.dirname(half)).find(name => name.startsWith('postgres.broken-'))
    expect(existsSync(path.join(path.dirname(half), aside ?? 'nowhere', 'PG_VERSION'))).toBe(true)
    expect(said.join('\n')).toContain('not complete')
  })

  test('of another PostgreSQL is left alone, with a way on', async () => {
    const older = path.join(folder, 'older', 'postgres')
    mkdirSync(older, { recursive: true })
    writeFileSync(path.join(older, 'PG_VERSION'), '16\n')
    writeFileSync(path.join(older, 'initialised.json'), JSON.stringify({ password: 'x', initialisedAt: '' }))
    const starting = startEmbeddedDatabase({ dataDirectory: older, log: () => {} })
    await expect(starting).rejects.toThrow(EmbeddedDatabaseFailure)
    await expect(starting).rejects.toThrow(/pg_dump/)
  })
})
