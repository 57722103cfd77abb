import { realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { adminUrl, withConnection } from './connection'
import type { Marker } from './data-folder'
import { EmbeddedDatabaseFailure } from './failure'
import { postmasterOf } from './postmaster-file'
import { errorCode } from './processes'

export type RunningServer = { pid: number; port: number }

/** A server that starts, recovers from a crash or shuts down says "cannot connect now" (SQLSTATE 57P03). */
const cannotConnectNow = '57P03'
const patienceMs = 60_000

/**
 * The server that already serves this data folder, once it answers; undefined when there is none, so that one
 * may be started. Waits for a server that recovers or that is shutting down.
 */
export async function findRunningServer({
  dataDirectory,
  marker,
  log,
}: {
  dataDirectory: string
  marker: Marker | undefined
  log: (line: string) => void
}): Promise<RunningServer | undefined> {
  const until = Date.now() + patienceMs
  let told = false
  for (;;) {
    const postmaster = postmasterOf(dataDirectory)
    if (postmaster.kind === 'none') return undefined
    if (postmaster.kind === 'unrelated') return await forgetStaleFile({ dataDirectory, log })
    const { pid, port } = postmaster
    if (!marker) throw cannotAdopt({ dataDirectory, pid })
    const answer = await ask({ port, marker, dataDirectory })
    if (answer === 'ours') return { pid, port }
    if (answer === 'refused' || Date.now() > until) throw cannotAdopt({ dataDirectory, pid })
    if (!told) log('等待上次的数据库恢复 · waiting for the database of an earlier start to be ready')
    told = true
    await pause(200)
  }
}

/**
 * PostgreSQL takes a live process of its own user for a server and would refuse to start; what that process
 * really is has been looked at, so the file is of a server long gone.
 */
async function forgetStaleFile({
  dataDirectory,
  log,
}: {
  dataDirectory: string
  log: (line: string) => void
}): Promise<undefined> {
  log('上次异常退出留下的 postmaster.pid 已失效，忽略 · a stale postmaster.pid of an earlier run is ignored')
  await rm(path.join(dataDirectory, 'postmaster.pid'), { force: true })
}

type Answer = 'ours' | 'not-yet' | 'refused'

async function ask({
  port,
  marker,
  dataDirectory,
}: {
  port: number
  marker: Marker
  dataDirectory: string
}): Promise<Answer> {
  if (port === 0) return 'not-yet'
  try {
    const url = adminUrl({ port, password: marker.password, database: 'postgres' })
    const served = await withConnection(url, async sql => {
      const [row] = await sql<[{ data_directory: string }]>`show data_directory`
      return row.data_directory
    })
    return isSameFolder(served, dataDirectory) ? 'ours' : 'refused'
  } catch (error) {
    const passing = [cannotConnectNow, 'ECONNREFUSED', 'ECONNRESET', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED']
    return passing.includes(errorCode(error)) ? 'not-yet' : 'refused'
  }
}

function isSameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

function cannotAdopt({
  dataDirectory,
  pid,
}: {
  dataDirectory: string
  pid: number
}): EmbeddedDatabaseFailure {
  return new EmbeddedDatabaseFailure(
    `数据目录 ${dataDirectory} 正由进程 ${pid} 使用，但无法用本项目的密码连接。请先停止它：kill -INT ${pid}，再重新启动。\n` +
      `The data folder ${dataDirectory} is in use by process ${pid}, which does not let us in. Stop it first: kill -INT ${pid}, then start again.`,
  )
}
