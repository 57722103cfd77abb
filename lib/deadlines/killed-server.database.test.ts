import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DatabaseUrls, migrateDatabase } from '@/db/migrate'
import { parsePersonalDataKeys, setPersonalDataKeys } from '@/db/personal-data'
import { serviceViewerOf, viewerSetting } from '@/db/row-security'
import { seedReferenceData } from '@/db/seed'
import { startEmbeddedDatabase } from '@/lib/platform/embedded-database'
import { environment } from '@/lib/platform/env'
import {
  addLapsedCases,
  expectEachCarriedOutOnce,
  killProcess,
  mondayMorning,
  startWorkerProcess,
  untilCarriedOut,
  wakeSweep,
} from './testing'

// A server of this file's own, with the durable settings of the product: it is killed, and nothing of what it
// acknowledged may be lost.
const CASES = 1_000

let folder: string
let server: Awaited<ReturnType<typeof startEmbeddedDatabase>>
let urls: DatabaseUrls
let worker: ChildProcess

const start = () =>
  startEmbeddedDatabase({ dataDirectory: path.join(folder, 'postgres'), settings: {}, log: () => {} })
const connect = (url: string) =>
  postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { [viewerSetting]: serviceViewerOf({ appUrl: url }) },
  })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'registration-killed-'))
  server = await start()
  const password = () => randomBytes(18).toString('base64url')
  urls = await migrateDatabase({
    adminUrl: server.adminUrl,
    passwords: { owner: password(), application: password(), jobs: password() },
    timeTravel: true,
    log: () => {},
  })
  await seedReferenceData({ ownerUrl: urls.ownerUrl })
  const { PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
  setPersonalDataKeys(parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY }))
  const owner = connect(urls.ownerUrl)
  await owner`select set_service_clock_ahead(${mondayMorning.toISOString()}::timestamptz - now())`
  await addLapsedCases(owner, { count: CASES })
  await owner.end()
})
afterAll(async () => {
  await killProcess(worker)
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Lets a worker carry out so many lapses, and then kills the database server under it. */
async function killServerAfter(goal: number): Promise<number> {
  worker = startWorkerProcess(urls)
  const app = connect(urls.appUrl)
  await wakeSweep(app)
  const acknowledged = await untilCarriedOut(app, goal)
  const ended = server.ended
  await killPostmaster()
  await ended
  await Promise.all([killProcess(worker), app.end({ timeout: 0 })])
  return acknowledged
}

async function killPostmaster(): Promise<void> {
  const admin = connect(server.adminUrl)
  const [row] = await admin<{ file: string }[]>`
    select pg_read_file('postmaster.pid') as file`
  const pid = Number(row?.file.split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await admin.end({ timeout: 0 })
}

it('carries out each of 1,000 lapses exactly once, though the server is killed in the middle', async () => {
  const acknowledged = await killServerAfter(300)
  expect(acknowledged).toBeLessThan(CASES)
  server = await start()
  const app = connect(urls.appUrl)
  const [kept] = await app`select count(*)::int from deadlines where state = 'lapsed'`
  expect(kept?.count).toBeGreaterThanOrEqual(acknowledged)
  worker = startWorkerProcess(urls)
  await wakeSweep(app)
  await untilCarriedOut(app, CASES)
  await expectEachCarriedOutOnce(app, CASES)
  await app.end()
}, 180_000)
