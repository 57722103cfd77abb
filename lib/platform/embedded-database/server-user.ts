import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { EmbeddedDatabaseFailure } from './failure'

/** As whom the server runs; undefined: as whoever started us. */
export type ServerUser = { uid: number; gid: number; name: string } | undefined

/** All that the programs see of our surroundings: nothing of a person's locale, zone or PG* variables. */
export const serverEnvironment = {
  NODE_ENV: 'production' as const,
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/**
 * PostgreSQL refuses to run as root. So root lends it another user: the one who owns the data already, else
 * `postgres` (made when missing), else `nobody`.
 */
export function chooseServerUser(dataDirectory: string): ServerUser {
  if (process.getuid?.() !== 0) return undefined
  const user = ownerOf(dataDirectory) ?? namedUser('postgres') ?? createdUser() ?? namedUser('nobody')
  if (user) return user
  throw new EmbeddedDatabaseFailure(
    'PostgreSQL 不能以 root 身份运行，本机又没有 postgres 或 nobody 用户。请新建用户 postgres，或改用普通用户运行。\n' +
      'PostgreSQL refuses to run as root, and this machine has neither a user postgres nor nobody. Create the user postgres, or run as an ordinary user.',
  )
}

function ownerOf(dataDirectory: string): ServerUser {
  const stat = statSync(dataDirectory, { throwIfNoEntry: false })
  if (!stat || stat.uid === 0) return undefined
  return { uid: stat.uid, gid: stat.gid, name: `uid ${stat.uid}` }
}

function namedUser(name: string): ServerUser {
  const uid = idOf('-u', name)
  const gid = idOf('-g', name)
  return uid && gid ? { uid, gid, name } : undefined
}

function createdUser(): ServerUser {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'],
      {
        stdio: 'ignore',
      },
    )
  } catch {
    return undefined
  }
  return namedUser('postgres')
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}
