import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedDatabaseFailure } from './failure'
import { isAlive } from './processes'
import { type ServerUser, serverEnvironment } from './server-user'

/** The PostgreSQL whose data folders these programs can read. */
const majorVersion = '18'
const markerName = 'initialised.json'

/** Written as the last thing into a new data folder: with it, the folder is whole and ours. */
export type Marker = { password: string; initialisedAt: string }

type NewFolder = {
  dataDirectory: string
  initdb: string
  user: ServerUser
  sync: boolean
  log: (line: string) => void
}

/**
 * The data folder, whole: the existing one, or a new one that takes its name only when it is finished. What is
 * half-made or not ours is moved aside, never deleted.
 */
export async function readyDataFolder(options: NewFolder): Promise<Marker> {
  const { dataDirectory, log } = options
  await removeLeftovers(dataDirectory)
  const marker = readMarker(dataDirectory)
  if (marker) {
    checkVersion(dataDirectory)
    mendOwner(options)
    return marker
  }
  if (existsSync(dataDirectory)) await moveAside({ dataDirectory, log })
  return await createDataFolder(options)
}

/** The marker of a finished data folder of ours; undefined for any other. */
export function readMarker(dataDirectory: string): Marker | undefined {
  try {
    // Read, not only looked for: a folder closed to us must not pass for one that lacks the file.
    readFileSync(path.join(dataDirectory, 'PG_VERSION'))
    return JSON.parse(readFileSync(path.join(dataDirectory, markerName), 'utf8'))
  } catch (error) {
    if (!isDenied(error)) return undefined
    throw new EmbeddedDatabaseFailure(
      `没有权限读取 ${dataDirectory}(可能是另一位用户启动时建立的)。请用那位用户或 root 启动。\n` +
        `No permission to read ${dataDirectory}: another user made it. Start as that user, or as root.`,
    )
  }
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')
}

function checkVersion(dataDirectory: string): void {
  const version = readFileSync(path.join(dataDirectory, 'PG_VERSION'), 'utf8').trim()
  if (version === majorVersion) return
  throw new EmbeddedDatabaseFailure(
    `${dataDirectory} 是 PostgreSQL ${version} 的数据，本程序使用 ${majorVersion}。请用 pg_dump 导出后再导入，或把该目录改名，从空库开始。\n` +
      `${dataDirectory} was made by PostgreSQL ${version}, and this is ${majorVersion}. Move the data with pg_dump, or rename the folder to begin with an empty database.`,
  )
}

async function moveAside({ dataDirectory, log }: Pick<NewFolder, 'dataDirectory' | 'log'>): Promise<void> {
  if (readdirSync(dataDirectory).length === 0) return await rm(dataDirectory, { recursive: true })
  const aside = `${dataDirectory}.broken-${new Date().toISOString().replace(/[:.]/g, '-')}`
  await rename(dataDirectory, aside)
  log(
    `数据目录不完整(上次初始化被打断？)，已移到 ${aside}，重新建立 · the data folder was not complete (an interrupted first start?); moved there and made anew`,
  )
}

/** Removes what interrupted starts left; one that is still at work keeps its own. */
async function removeLeftovers(dataDirectory: string): Promise<void> {
  const parent = path.dirname(dataDirectory)
  const prefix = `${path.basename(dataDirectory)}.new-`
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length))
    if (pid === process.pid || !isAlive(pid))
      await rm(path.join(parent, name), { recursive: true, force: true })
  }
}

async function createDataFolder({ dataDirectory, initdb, user, sync }: NewFolder): Promise<Marker> {
  const half = `${dataDirectory}.new-${process.pid}`
  mkdirSync(half, { mode: 0o700 })
  giveTo({ target: half, user })
  const marker = { password: randomBytes(24).toString('base64url'), initialisedAt: new Date().toISOString() }
  await runInitdb({ initdb, half, password: marker.password, user, sync })
  const markerPath = path.join(half, markerName)
  await writeFile(markerPath, JSON.stringify(marker), { mode: 0o600 })
  giveTo({ target: markerPath, user })
  await rename(half, dataDirectory)
  return marker
}

/**
 * The locale is PostgreSQL's built-in C.UTF-8 (since 17): the same order and letters on every machine, whatever
 * locales it has.
 */
async function runInitdb({
  initdb,
  half,
  password,
  user,
  sync,
}: {
  initdb: string
  half: string
  password: string
  user: ServerUser
  sync: boolean
}): Promise<void> {
  const secret = await mkdtemp(path.join(tmpdir(), 'initdb-'))
  const passwordFile = path.join(secret, 'password')
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    for (const target of [secret, passwordFile]) giveTo({ target, user })
    const where = [
      `--pgdata=${half}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
    ]
    const how = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    await promisify(execFile)(initdb, [...where, ...how, ...(sync ? [] : ['--no-sync'])], {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: half,
      env: serverEnvironment,
    })
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new EmbeddedDatabaseFailure(`建立数据库失败 · initdb failed:\n${said}`)
  } finally {
    await rm(secret, { recursive: true, force: true })
  }
}

function giveTo({ target, user }: { target: string; user: ServerUser }): void {
  if (user) chownSync(target, user.uid, user.gid)
}

/** A copy of the project made by root (`cp -r`, `sudo`) belongs to root, who cannot run the server. */
function mendOwner({ dataDirectory, user }: Pick<NewFolder, 'dataDirectory' | 'user'>): void {
  if (user && statSync(dataDirectory).uid !== user.uid) {
    execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, dataDirectory])
  }
  if ((statSync(dataDirectory).mode & 0o077) !== 0) chmodSync(dataDirectory, 0o700)
}
