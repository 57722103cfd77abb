import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { anyFreePort } from '../../lib/platform/embedded-database/free-port'
import { checksBuildFolder } from '../../scripts/checks/build-for-checks'
import { nodeFlags } from '../../scripts/start/node-flags'
import { productEnvironment } from '../../scripts/start/product-environment'
import { lastLines } from '../../scripts/start/supervised'
import { type Cluster, publishedCluster, templateName } from './cluster-address'

export type Service = {
  address: string
  /** As the application's restricted role, which may move the clock here. */
  appUrl: string
  ownerUrl: string
  /** What both processes said, each line of it. */
  logFile: string
  /** The web server's process, to look at its memory. */
  webProcess: number
  /** Ends the worker process alone, for a test that compares tables and must be the only one to change them. */
  stopWorker(): Promise<void>
  stop(): Promise<void>
}

/**
 * A service of one's own for each worker: a clone of the seeded database, the production server and the worker
 * process, so that one story's journey through time does not lapse another's case.
 */
export async function startService(name: string): Promise<Service> {
  const cluster = publishedCluster()
  const urls = await cloneDatabase({ cluster, name })
  const port = await anyFreePort()
  const { PATH = '', HOME = '' } = process.env
  const environment = {
    ...productEnvironment({
      // Each journey comes from an address of its own, as a proxy in front would tell.
      given: { NODE_ENV: 'production', PATH, HOME, LOG_LEVEL: 'info', TRUSTED_PROXIES: '1' },
      secrets: cluster.secrets,
      port,
      dev: false,
      urls,
    }),
    NEXT_DIST_DIR: checksBuildFolder,
  }
  const logFile = `${cluster.folder}/${name}.log`
  const web = run({ script: 'scripts/serve.ts', environment, logFile })
  const worker = run({ script: 'scripts/worker.ts', environment, logFile })
  const address = `http://localhost:${port}`
  const stop = async () => {
    await Promise.all([web, worker].map(end))
  }
  if (!(await becomesHealthy(address))) {
    await stop()
    throw new Error(`the service did not start:\n${lastLines({ file: logFile, count: 30 })}`)
  }
  const { appUrl, ownerUrl } = urls
  const stopWorker = () => end(worker)
  return { address, appUrl, ownerUrl, logFile, webProcess: web.pid ?? 0, stopWorker, stop }
}

async function cloneDatabase({ cluster, name }: { cluster: Cluster; name: string }) {
  const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template ${templateName}`)
  // The zone belongs to a database's settings, which a clone does not take along.
  await admin.unsafe(`alter database ${name} set timezone to 'Asia/Shanghai'`)
  await admin.end()
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const { appUrl, ownerUrl, jobsUrl } = cluster.urls
  return { appUrl: at(appUrl), ownerUrl: at(ownerUrl), jobsUrl: at(jobsUrl) }
}

function run({
  script,
  environment,
  logFile,
}: {
  script: string
  environment: NodeJS.ProcessEnv
  logFile: string
}): ChildProcess {
  const log = openSync(logFile, 'a')
  try {
    return spawn(process.execPath, [...nodeFlags, script], {
      env: environment,
      stdio: ['ignore', log, log, 'ipc'],
    })
  } finally {
    closeSync(log)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

async function becomesHealthy(address: string): Promise<boolean> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    const answer = await fetch(`${address}/api/v1/health`).catch(() => undefined)
    if (answer?.status === 200) return true
    await pause(100)
  }
  return false
}
