import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { parsePersonalDataKeys } from '@/db/personal-data'
import { serviceViewerOf, viewerSetting } from '@/db/row-security'
import type { Database } from '@/lib/platform/database'
import { openDatabase } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'

export type TestDatabase = {
  db: Database
  /** Raw SQL as the application's restricted role that acts for the service, for attacks on the invariants. */
  app: postgres.Sql
  /** The same for nobody: what row-level security leaves to whoever has no session. */
  nobody: postgres.Sql
  /** Raw SQL as the owner of the tables. */
  owner: postgres.Sql
  appUrl: string
  ownerUrl: string
  jobsUrl: string
  /** Moves the service's clock to an instant; time goes on from there. */
  travelTo(instant: Date): Promise<void>
  drop(): Promise<void>
}

/** A database of its own for a test file: a clone of the migrated template, dropped at the end. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template registration_template`)
  // A clone does not take over what db/migrate.ts took away: without it, everybody may make temporary tables.
  await admin.unsafe(`revoke temporary on database ${name} from public`)
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const { PERSONAL_DATA_KEYS, LOOKUP_KEY } = environment()
  const keys = parsePersonalDataKeys({ sealing: PERSONAL_DATA_KEYS, lookup: LOOKUP_KEY })
  const opened = openDatabase({ url: at(cluster.appUrl), keys, connections: 8 })
  const nobody = postgres(at(cluster.appUrl), { max: 2, onnotice: () => {} })
  const app = postgres(at(cluster.appUrl), {
    max: 4,
    onnotice: () => {},
    connection: { [viewerSetting]: serviceViewerOf(cluster) },
  })
  const owner = postgres(at(cluster.ownerUrl), { max: 2, onnotice: () => {} })
  return {
    db: opened.db,
    app,
    nobody,
    owner,
    appUrl: at(cluster.appUrl),
    ownerUrl: at(cluster.ownerUrl),
    jobsUrl: at(cluster.jobsUrl),
    travelTo: async instant => {
      await app`select set_service_clock_ahead(${instant.toISOString()}::timestamptz - now())`
    },
    drop: async () => {
      await Promise.all([opened.close(), app.end(), nobody.end(), owner.end()])
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
