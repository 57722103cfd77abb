import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { nodeFlags } from './node-flags'
import type { Part } from './shutdown'

/** Dying this often, each time within a minute, is giving up. */
const restarts = 3
const longEnoughMs = 60_000
const largestLogBytes = 20_000_000

type Supervised = {
  name: string
  script: string
  environment: NodeJS.ProcessEnv
  /** Where its output goes; undefined: to the terminal. */
  logFile: string | undefined
  graceMs: number
  say: (line: string) => void
  onGivenUp: () => void
}

/** A process kept running; `renew` starts it anew, as when its code has changed. */
export type Supervision = Part & { renew(): void }

/**
 * Runs one of the product's processes and starts it again when it dies, three times in a row at most. It hears
 * through a channel of its own when this process is gone, so that a killed parent leaves no orphan.
 */
export function supervise(options: Supervised): Supervision {
  const { name, graceMs, say, onGivenUp } = options
  let left = restarts
  let stopping = false
  let renewing = false
  let child: ChildProcess
  const begin = () => {
    const begun = Date.now()
    child = start(options)
    child.once('exit', (code, signal) => {
      if (stopping) return
      if (renewing) {
        renewing = false
        return begin()
      }
      if (Date.now() - begun > longEnoughMs) left = restarts
      say(`! ${name} 意外退出 · ended unexpectedly (${signal ?? code})`)
      if (left === 0) return onGivenUp()
      left -= 1
      setTimeout(() => stopping || begin(), 500)
    })
  }
  begin()
  return {
    renew: () => {
      left = restarts
      if (stopping || renewing) return
      if (hasEnded(child)) return begin()
      renewing = true
      child.kill('SIGTERM')
    },
    stop: async () => {
      stopping = true
      await end({ child, graceMs })
    },
    force: () => {
      stopping = true
      child.kill('SIGKILL')
    },
  }
}

/** The last lines of a log, for a person who must know why. */
export function lastLines({ file, count }: { file: string; count: number }): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}

function start({ script, environment, logFile }: Supervised): ChildProcess {
  const output = logFile === undefined ? 'inherit' : openLog(logFile)
  try {
    return spawn(process.execPath, [...nodeFlags, script], {
      env: environment,
      stdio: ['ignore', output, output, 'ipc'],
    })
  } finally {
    if (typeof output === 'number') closeSync(output)
  }
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLogBytes) renameSync(file, `${file}.old`)
  return openSync(file, 'a', 0o600)
}

async function end({ child, graceMs }: { child: ChildProcess; graceMs: number }): Promise<void> {
  if (hasEnded(child)) return
  await new Promise<void>(resolve => {
    const late = setTimeout(() => child.kill('SIGKILL'), graceMs)
    child.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
