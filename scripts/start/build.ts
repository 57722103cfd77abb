import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartFailure, step } from './say'
import type { Secrets } from './secrets'
import type { Shutdown } from './shutdown'

/** All that a build is made of. */
const sources = [
  'app',
  'components',
  'db',
  'lib',
  'messages',
  'public',
  'next.config.js',
  'package-lock.json',
  'postcss.config.js',
  'proxy.ts',
  'tsconfig.json',
]

/**
 * Builds the site unless the last build was of the same sources. Its stamp is taken away before and written
 * after, so that an interrupted build does not pass for a whole one.
 *
 * @param folder where the build goes, Next's `distDir`
 */
export async function readyBuild({
  secrets,
  shutdown,
  folder = '.next',
}: {
  secrets: Pick<Secrets, 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'>
  shutdown: Pick<Shutdown, 'add'>
  folder?: string
}): Promise<void> {
  const key = secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  const stamp = path.join(folder, 'built-from')
  const wanted = createHash('sha256').update(key).update(hashOf(sources)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  rmSync(stamp, { force: true })
  await step('构建网站 · building the site', () => build({ key, folder, shutdown }))
  mkdirSync(folder, { recursive: true })
  writeFileSync(stamp, wanted)
}

/** One digest over the names and contents of all files there, in a fixed order; tests do not count. */
export function hashOf(places: string[]): string {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of filesOf(place)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(place: string): string[] {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(place) ? [] : [place]
  return readdirSync(place)
    .sort()
    .flatMap(name => filesOf(path.join(place, name)))
}

async function build({
  key,
  folder,
  shutdown,
}: {
  key: string
  folder: string
  shutdown: Pick<Shutdown, 'add'>
}): Promise<void> {
  const withParent = ['--import', './scripts/start/end-with-parent.mjs']
  const child = spawn(process.execPath, [...withParent, 'node_modules/next/dist/bin/next', 'build'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_DIST_DIR: folder,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  shutdown.add({ stop: async () => void child.kill(), force: () => void child.kill('SIGKILL') })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  if (code === 0) return
  throw new StartFailure(`构建失败 · the build failed:\n${output.trim().split('\n').slice(-40).join('\n')}`)
}
