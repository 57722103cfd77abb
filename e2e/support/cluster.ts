// The database of one browser run, in a process of its own: an embedded PostgreSQL on a temporary folder with a
// migrated and seeded template. Says where it is to the process that started it, and ends with it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { migrateDatabase } from '@/db/migrate'
import { seedDemo, seedReferenceData } from '@/db/seed'
import { startEmbeddedDatabase } from '@/lib/platform/embedded-database'
import { checksBuildKey } from '@/scripts/checks/build-for-checks'
import { obeyParent } from '@/scripts/start/obey-parent'
import { productEnvironment } from '@/scripts/start/product-environment'
import { loadSecrets } from '@/scripts/start/secrets'
import { type Cluster, templateName } from './cluster-address'

/**
 * Every journey sets out on a Wednesday morning, whenever it is run: at night, on Sundays and in holidays the
 * offices' clocks would count from another day, and at closing time a case would lapse under somebody's hands.
 */
const journeysBegin = new Date('2026-11-25T10:00:00+08:00')

const folder = await mkdtemp(path.join(tmpdir(), 'registration-journeys-'))
const database = await startEmbeddedDatabase({
  dataDirectory: path.join(folder, 'postgres'),
  settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  log: () => {},
})
obeyParent(async () => {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})
const secrets = loadSecrets({
  file: path.join(folder, 'secrets.json'),
  environment: { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: checksBuildKey },
})
const urls = await migrateDatabase({
  adminUrl: database.adminUrl,
  databaseName: templateName,
  passwords: {
    owner: secrets.DATABASE_OWNER_PASSWORD,
    application: secrets.DATABASE_APP_PASSWORD,
    jobs: secrets.DATABASE_JOBS_PASSWORD,
  },
  timeTravel: true,
  log: () => {},
})
await setUpLongAgo()
// The demo is played through the service's own commands, which read the product's environment.
const given = { NODE_ENV: 'production', LOG_LEVEL: 'error' } as const
Object.assign(process.env, productEnvironment({ given, secrets, port: 3000, dev: false, urls }))
await seedDemo({ appUrl: urls.appUrl, jobsUrl: urls.jobsUrl, size: 'small', present: journeysBegin })
const cluster: Cluster = { adminUrl: database.adminUrl, urls, secrets, folder }
process.send?.(cluster)

/** Calendar, limits and reasons stood before the first story, whatever day this machine has. */
async function setUpLongAgo(): Promise<void> {
  const sql = postgres(urls.appUrl, { max: 1, onnotice: () => {} })
  await sql`select set_service_clock_ahead(${journeysBegin}::timestamptz - interval '90 days' - now())`
  await sql.end()
  await seedReferenceData({ ownerUrl: urls.ownerUrl })
}
