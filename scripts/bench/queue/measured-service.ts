import '@/db/testing/test-environment'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { migrateDatabase } from '@/db/migrate'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { seedReferenceData } from '@/db/seed'
import { type Database, type OpenDatabase, openConfinedDatabase, openDatabase } from '@/lib/platform/database'
import { startEmbeddedDatabase } from '@/lib/platform/embedded-database'
import { environment } from '@/lib/platform/env'

export type MeasuredDatabase = {
  db: Database
  owner: postgres.Sql
  /** For another process, as the application's role. */
  appUrl: string
  /** The same database under row-level security, as whoever `viewer` names. */
  confined(viewer: () => Promise<string>): OpenDatabase
  travelTo(instant: Date): Promise<void>
}

export type MeasuredService = {
  /** Runs a measurement in a new database with the reference data and nothing else. */
  inNewDatabase(measure: (database: MeasuredDatabase) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** An embedded server with its ordinary settings, for one measurement. */
export async function measuredService(): Promise<MeasuredService> {
  const folder = await mkdtemp(path.join(tmpdir(), 'registration-bench-'))
  const cluster = await startEmbeddedDatabase({ dataDirectory: path.join(folder, 'postgres'), log: () => {} })
  const password = () => randomBytes(18).toString('base64url')
  const passwords = { owner: password(), application: password(), jobs: password() }
  return {
    inNewDatabase: async measure => {
      const databaseName = `bench_${randomBytes(4).toString('hex')}`
      const { adminUrl } = cluster
      const urls = await migrateDatabase({
        adminUrl,
        databaseName,
        passwords,
        timeTravel: true,
        log: () => {},
      })
      await seedReferenceData(urls)
      const { PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
      const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
      const { db, close } = openDatabase({ url: urls.appUrl, keys, connections: 10 })
      const confined = (viewer: () => Promise<string>) =>
        openConfinedDatabase({ url: urls.appUrl, keys, viewer })
      const owner = postgres(urls.ownerUrl, { max: 1, onnotice: () => {} })
      const travelTo = async (instant: Date) => {
        await owner`select set_service_clock_ahead(${instant.toISOString()}::timestamptz - now())`
      }
      try {
        await measure({ db, owner, appUrl: urls.appUrl, confined, travelTo })
      } finally {
        await Promise.all([close(), owner.end()])
      }
    },
    stop: async () => {
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
