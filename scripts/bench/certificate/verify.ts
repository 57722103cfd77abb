import '@/db/testing/test-environment'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { anAcceptedCase, aStaffMember } from '@/db/testing/test-cases'
import { findCertificateOfCase } from '@/lib/certificates'
import { registerApplication } from '@/lib/decisions'
import type { Database } from '@/lib/platform/database'
import { nextFreePort } from '@/lib/platform/embedded-database/free-port'
import { publishLog } from '@/lib/transparency'
import { checksBuildFolder, checksBuildKey } from '../../checks/build-for-checks'
import { readyBuild } from '../../start/build'
import { nodeFlags } from '../../start/node-flags'
import { measuredService } from '../queue/measured-service'
import { type Asked, answersASecond } from './load'

const CERTIFICATES = 200
/** Short turns, so that what else the machine does meets all alike. */
const ROUNDS = 30
const SECONDS = 0.6
const WARM_UP = 3

/** The interface and the answer page, each beside the bare server, in turn, so that a busy machine slows all alike. */
export async function measureVerifying(): Promise<void> {
  await readyBuild({
    secrets: { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: checksBuildKey },
    folder: checksBuildFolder,
    shutdown: { add: () => {} },
  })
  const service = await measuredService()
  try {
    await service.inNewDatabase(async ({ db, owner, appUrl, travelTo }) => {
      await travelTo(new Date('2026-11-24T10:00:00+08:00'))
      const tokens = await issue(db)
      await publishLog({ db })
      await owner`analyze`
      const bare = await started({ script: 'scripts/bench/certificate/bare-server.ts', appUrl })
      const real = await started({ script: 'scripts/serve.ts', appUrl })
      try {
        await compare({ bare: bare.port, real: real.port, tokens })
      } finally {
        await Promise.all([bare.stop(), real.stop()])
      }
    })
  } finally {
    await service.stop()
  }
}

async function issue(db: Database): Promise<string[]> {
  const officer = await aStaffMember(db)
  const tokens: string[] = []
  for (let count = 0; count < CERTIFICATES; count += 1) {
    const { id, reference } = await anAcceptedCase(db)
    await registerApplication({ reference, viewer: officer }, { db })
    const certificate = await findCertificateOfCase(db, { applicationId: id })
    if (certificate) tokens.push(certificate.token)
  }
  return tokens
}

async function compare({ bare, real, tokens }: { bare: number; real: number; tokens: string[] }) {
  const token = (count: number) => tokens[count % tokens.length] ?? ''
  // An address may ask 3,000 times in five minutes; the askers are 512, so that no one of them does.
  let askers = 0
  const from = () => `10.0.${(askers >> 8) & 1}.${askers++ & 255}`
  const post = (count: number): Asked => ({
    path: '/api/v1/verify',
    method: 'POST',
    body: JSON.stringify({ token: token(count) }),
    from: from(),
  })
  const get = (count: number): Asked => ({ path: `/v/${token(count)}`, method: 'GET', from: from() })
  const measured = { bare: [] as number[], api: [] as number[], page: [] as number[] }
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const seconds = SECONDS
    const figures = {
      bare: await answersASecond({ port: bare, ask: post, seconds }),
      api: await answersASecond({ port: real, ask: post, seconds }),
      page: await answersASecond({ port: real, ask: get, seconds }),
    }
    if (round < WARM_UP) continue
    measured.bare.push(figures.bare)
    measured.api.push(figures.api)
    measured.page.push(figures.page)
  }
  const [bareRate, apiRate, pageRate] = [measured.bare, measured.api, measured.page].map(middleOf)
  const [before = 0] = loadavg()
  console.log(`load average ${before.toFixed(1)}`)
  console.log(
    `a second: bare ${bareRate?.toFixed(0)}, API ${apiRate?.toFixed(0)}, page ${pageRate?.toFixed(0)}`,
  )
  console.log(`API ${((apiRate ?? 0) / (bareRate ?? 1)).toFixed(3)} of bare (wanted: 0.25)`)
  console.log(`page ${((pageRate ?? 0) / (bareRate ?? 1)).toFixed(3)} of bare (wanted: 0.15)`)
}

function middleOf(figures: number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}

async function started({ script, appUrl }: { script: string; appUrl: string }) {
  const port = await nextFreePort({ from: 4300, hosts: ['0.0.0.0', '::'] })
  const child = spawn(process.execPath, [...nodeFlags, script], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_DIST_DIR: checksBuildFolder,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: checksBuildKey,
      DATABASE_APP_URL: appUrl,
      PUBLIC_URL: `http://localhost:${port}`,
      NEXTAUTH_URL: `http://localhost:${port}`,
      PORT: String(port),
      // Each asker is told by the header, as behind a proxy.
      TRUSTED_PROXIES: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  for (let tries = 0; !(await isThere(port)); tries += 1) {
    if (tries > 120 || child.exitCode !== null) throw new Error(`${script} did not start`)
    await wait(500)
  }
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function isThere(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: '{"token":""}',
      signal: AbortSignal.timeout(5_000),
    })
    return true
  } catch {
    return false
  }
}
