import { renameSync, writeFileSync } from 'node:fs'
import { type DatabaseUrls, migrateDatabase } from '@/db/migrate'
import { startEmbeddedDatabase } from '@/lib/platform/embedded-database'
import { dataRoom } from './data-room'
import { StartFailure, say, step } from './say'
import type { Secrets } from './secrets'
import type { Shutdown } from './shutdown'

/** The server to use: the one given, or the embedded one, running. */
export async function readyServer({
  serverUrl,
  shutdown,
}: {
  serverUrl: string | undefined
  shutdown: Shutdown
}): Promise<string> {
  return serverUrl ?? (await step('启动数据库 · starting the database', () => embedded(shutdown)))
}

/**
 * The product's database on that server, up to date. Leaves the addresses of its roles in .data/database.json
 * for scripts/db-url.mjs.
 *
 * @param isGiven whether the server is somebody else's, so that a failure is theirs to mend
 */
export async function bringUpToDate({
  adminUrl,
  isGiven,
  secrets,
  demo,
}: {
  adminUrl: string
  isGiven: boolean
  secrets: Secrets
  demo: boolean
}): Promise<DatabaseUrls> {
  const urls = await step('更新数据库结构 · bringing the database up to date', () =>
    migrateDatabase({
      adminUrl,
      passwords: {
        owner: secrets.DATABASE_OWNER_PASSWORD,
        application: secrets.DATABASE_APP_PASSWORD,
        jobs: secrets.DATABASE_JOBS_PASSWORD,
      },
      timeTravel: demo,
      log: () => {},
    }).catch(error => {
      throw isGiven ? notOnThatServer(error) : error
    }),
  )
  writeAddresses(urls)
  return urls
}

async function embedded(shutdown: Shutdown): Promise<string> {
  const database = await startEmbeddedDatabase({ dataDirectory: `${dataRoom}/postgres`, log: say })
  shutdown.add({ stop: () => database.stop(), force: () => void database.stop() })
  void database.ended.then(() => {
    if (shutdown.begun) return
    say(
      '✗ 数据库意外停止，日志在 .data/postgres.log · the database ended unexpectedly; see .data/postgres.log',
    )
    void shutdown.end(1)
  })
  return database.adminUrl
}

function notOnThatServer(error: unknown): StartFailure {
  const said = error instanceof Error ? error.message || String(error) : String(error)
  return new StartFailure(
    `DATABASE_URL 指向的数据库不能使用(需要 PostgreSQL 18,并能建立角色):${said}\n` +
      `The server of DATABASE_URL cannot be used (it must be PostgreSQL 18, by a role that may create roles): ${said}`,
  )
}

function writeAddresses({ appUrl, ownerUrl }: DatabaseUrls): void {
  const file = `${dataRoom}/database.json`
  const half = `${file}.new-${process.pid}`
  writeFileSync(half, JSON.stringify({ appUrl, ownerUrl }), { mode: 0o600 })
  renameSync(half, file)
}
