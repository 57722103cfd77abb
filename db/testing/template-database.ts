import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedDatabase } from '@/lib/platform/embedded-database'
import { migrateDatabase } from '../migrate'
import { seedReferenceData } from '../seed'

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: { adminUrl: string; ownerUrl: string; appUrl: string; jobsUrl: string }
  }
}

/** One cluster a run, one migrated template; each test file clones its own database from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'registration-tests-'))
  const cluster = await startEmbeddedDatabase({
    dataDirectory: path.join(dataDirectory, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' },
    log: () => {},
  })
  const password = () => randomBytes(18).toString('base64url')
  const urls = await migrateDatabase({
    adminUrl: cluster.adminUrl,
    databaseName: 'registration_template',
    passwords: { owner: password(), application: password(), jobs: password() },
    timeTravel: true,
    log: () => {},
  })
  await seedReferenceData({ ownerUrl: urls.ownerUrl })
  project.provide('testCluster', { adminUrl: cluster.adminUrl, ...urls })
  return async () => {
    await cluster.stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
