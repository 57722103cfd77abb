import { existsSync, readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { adminUrl, withConnection } from './connection'
import { type Marker, readMarker, readyDataFolder } from './data-folder'
import { choosePlace } from './place'
import { isAlive } from './processes'
import { readyPrograms } from './programs'
import { findRunningServer, type RunningServer } from './running-server'
import { startServer, stopServer } from './server-process'
import { chooseServerUser } from './server-user'

const databaseName = 'registration'

export type EmbeddedDatabase = {
  /** The administrator's connection to the product's own database. */
  adminUrl: string
  port: number
  /** Where the data really is: elsewhere than asked when the server's user may not go there. */
  dataDirectory: string
  /** Whether an earlier start had left the server running. */
  adopted: boolean
  /** Ends when the server ends, by `stop` or by itself. */
  ended: Promise<void>
  /** Ends the server, adopted or not, within six seconds. Asked twice, it does it once. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL 18 on a data folder, or takes over the one that already serves it. Who owns the folder is
 * settled before a port is chosen, so that two servers never work on one folder. One start at a time is the
 * caller's to see to (scripts/start/start-lock.ts).
 *
 * @param dataDirectory made when missing; its log is `<dataDirectory>.log`
 * @param port preferred; without it the one of the last start; another when it is taken
 * @param settings of the server for this start, beyond the defaults; `fsync: 'off'` for throw-away data only
 * @throws EmbeddedDatabaseFailure with a sentence for the person at the terminal
 */
export async function startEmbeddedDatabase({
  dataDirectory: wanted,
  port,
  settings = {},
  log,
}: {
  dataDirectory: string
  port?: number
  settings?: Record<string, string>
  log: (line: string) => void
}): Promise<EmbeddedDatabase> {
  const user = chooseServerUser(wanted)
  const { dataDirectory, copiesDirectory } = choosePlace({ wanted, user, log })
  const running = await findRunningServer({ dataDirectory, marker: readMarker(dataDirectory), log })
  const marker = readMarker(dataDirectory)
  if (running && marker) return await adopt({ running, marker, dataDirectory, log })
  const { initdb, postgres } = readyPrograms({ user, copyTo: copiesDirectory, log })
  const sync = settings.fsync !== 'off'
  const { password } = await readyDataFolder({ dataDirectory, initdb, user, sync, log })
  const portFile = `${path.resolve(wanted)}-port.txt`
  const server = await startServer({
    postgres,
    dataDirectory,
    logFile: `${path.resolve(wanted)}.log`,
    password,
    user,
    port: port ?? rememberedPort(portFile),
    settings,
  })
  await rememberPort({ portFile, port: server.port })
  const ended = new Promise<void>(resolve => server.child.once('exit', () => resolve()))
  const url = await ensureDatabase({ port: server.port, password })
  const stop = stopOnce({ pid: server.child.pid, dataDirectory })
  return { adminUrl: url, port: server.port, dataDirectory, adopted: false, ended, stop }
}

async function adopt({
  running,
  marker,
  dataDirectory,
  log,
}: {
  running: RunningServer
  marker: Marker
  dataDirectory: string
  log: (line: string) => void
}): Promise<EmbeddedDatabase> {
  const { pid, port } = running
  log(
    '数据库已在运行(上次启动留下的)，继续使用 · the database is already running from an earlier start, using it',
  )
  const url = await ensureDatabase({ port, password: marker.password })
  const ended = new Promise<void>(resolve => {
    const look = setInterval(() => {
      if (isAlive(pid)) return
      clearInterval(look)
      resolve()
    }, 1_000)
    look.unref()
  })
  return { adminUrl: url, port, dataDirectory, adopted: true, ended, stop: stopOnce({ pid, dataDirectory }) }
}

function stopOnce({ pid, dataDirectory }: { pid: number | undefined; dataDirectory: string }) {
  let stopping: Promise<void> | undefined
  return async () => {
    if (pid === undefined) return
    stopping ??= stopServer({ pid, dataDirectory })
    await stopping
  }
}

/** The product's own database, made when missing. */
async function ensureDatabase({ port, password }: { port: number; password: string }): Promise<string> {
  await withConnection(adminUrl({ port, password, database: 'postgres' }), async sql => {
    const [known] = await sql`select from pg_database where datname = ${databaseName}`
    if (!known) await sql`create database ${sql(databaseName)}`
  })
  return adminUrl({ port, password, database: databaseName })
}

function rememberedPort(portFile: string): number | undefined {
  if (!existsSync(portFile)) return undefined
  const port = Number(readFileSync(portFile, 'utf8'))
  return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : undefined
}

async function rememberPort({ portFile, port }: { portFile: string; port: number }): Promise<void> {
  const half = `${portFile}.new`
  await writeFile(half, String(port))
  await rename(half, portFile)
}
