import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { nodeFlags } from '../start/node-flags'
import { measureVerifying } from './certificate/verify'

/**
 * What a check of a certificate costs beside a bare server that does the same, and what a signed paper costs beside
 * printing its page with Chromium.
 *
 * @param args which of `verify`, `paper`; both without any
 */
export async function bench(args: string[]): Promise<void> {
  const measurements = { verify: measureVerifying, paper: measurePaper }
  for (const [name, measure] of Object.entries(measurements)) {
    if (args.length === 0 || args.includes(name)) await measure()
  }
}

/** In a process of its own, which Node runs as it runs the service, with React as the service has it. */
async function measurePaper(): Promise<void> {
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', ...nodeFlags, 'scripts/bench/certificate/paper.ts'],
    { env: { ...process.env, NODE_ENV: 'production' }, stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
}
