import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { adminUrl, withConnection } from './connection'
import { EmbeddedDatabaseFailure } from './failure'
import { anyFreePort, isFree } from './free-port'
import { readPostmasterFile } from './postmaster-file'
import { isAlive, signalIfAlive } from './processes'
import { type ServerUser, serverEnvironment } from './server-user'

type ServerOptions = {
  postgres: string
  dataDirectory: string
  logFile: string
  password: string
  user: ServerUser
  port: number | undefined
  settings: Record<string, string>
}

/** What the server is told at each start; nothing of it is kept in the data folder. */
const defaultSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A refused statement and the row it was refused for may hold personal data: neither goes into the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}
const startPatienceMs = 60_000
const largestLogBytes = 20_000_000

/**
 * Starts the server and waits until it lets us in, also through crash recovery. Another program may take the
 * port in between, and the last processes of a killed server may still hold its memory: both are tried again.
 */
export async function startServer(options: ServerOptions): Promise<{ child: ChildProcess; port: number }> {
  const until = Date.now() + startPatienceMs
  keepLogSmall(options.logFile)
  for (;;) {
    const port = await choosePort(options.port)
    const from = existsSync(options.logFile) ? statSync(options.logFile).size : 0
    const child = spawnServer({ ...options, port })
    if (await becomesReady({ child, port, password: options.password, until })) return { child, port }
    const said = readFileSync(options.logFile, 'utf8').slice(from)
    const passing =
      /Address already in use|could not bind|pre-existing shared memory block|still in use/.test(said)
    if (!passing || Date.now() > until) throw cannotStart({ logFile: options.logFile, said })
    await pause(300)
  }
}

/** Ends a server: fast first (rolls back what is open), then at once; the next start recovers either way. */
export async function stopServer({
  pid,
  dataDirectory,
}: {
  pid: number
  dataDirectory: string
}): Promise<void> {
  signalIfAlive(pid, 'SIGINT')
  if (await isGone({ pid, dataDirectory, withinMs: 4_500 })) return
  signalIfAlive(pid, 'SIGQUIT')
  if (await isGone({ pid, dataDirectory, withinMs: 1_000 })) return
  signalIfAlive(pid, 'SIGKILL')
}

async function isGone({
  pid,
  dataDirectory,
  withinMs,
}: {
  pid: number
  dataDirectory: string
  withinMs: number
}): Promise<boolean> {
  const until = Date.now() + withinMs
  while (Date.now() < until) {
    // The file is the last thing that a server removes.
    if (!isAlive(pid) || readPostmasterFile(dataDirectory)?.pid !== pid) return true
    await pause(30)
  }
  return false
}

async function choosePort(preferred: number | undefined): Promise<number> {
  if (preferred && (await isFree({ port: preferred, hosts: ['127.0.0.1'] }))) return preferred
  return await anyFreePort()
}

function spawnServer({
  postgres,
  dataDirectory,
  logFile,
  user,
  port,
  settings,
}: Omit<ServerOptions, 'port'> & { port: number }): ChildProcess {
  const flags = Object.entries({ ...defaultSettings, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const logDescriptor = openSync(logFile, 'a', 0o600)
  try {
    const child = spawn(postgres, ['-D', dataDirectory, '-p', String(port), ...flags], {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: dataDirectory,
      env: serverEnvironment,
      // A group of its own: Ctrl-C at the terminal must not end it before those who still use it.
      detached: true,
      stdio: ['ignore', logDescriptor, logDescriptor],
    })
    child.on('error', () => {})
    child.unref()
    return child
  } finally {
    closeSync(logDescriptor)
  }
}

async function becomesReady({
  child,
  port,
  password,
  until,
}: {
  child: ChildProcess
  port: number
  password: string
  until: number
}): Promise<boolean> {
  const url = adminUrl({ port, password, database: 'postgres' })
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const answers = await withConnection(url, sql => sql`select 1`).then(
      () => true,
      () => false,
    )
    if (answers) return true
    if (Date.now() > until) {
      signalIfAlive(child.pid, 'SIGQUIT')
      return false
    }
    await pause(50)
  }
  return false
}

function keepLogSmall(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLogBytes) renameSync(logFile, `${logFile}.old`)
}

function cannotStart({ logFile, said }: { logFile: string; said: string }): EmbeddedDatabaseFailure {
  const last = said.trim().split('\n').slice(-8).join('\n')
  return new EmbeddedDatabaseFailure(
    `数据库没有启动成功，日志在 ${path.resolve(logFile)}:\nThe database did not start; its log is there:\n${last}`,
  )
}
