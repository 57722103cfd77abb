import { setTimeout as pause } from 'node:timers/promises'
import { dataRoom } from './data-room'
import { followSources } from './follow-changes'
import { StartFailure, say } from './say'
import type { Shutdown } from './shutdown'
import { lastLines, supervise } from './supervised'

const patienceMs = 120_000

/** Starts the web process and the worker, and waits until the service says that it can do its job. */
export async function startService({
  environment,
  port,
  dev,
  shutdown,
}: {
  environment: NodeJS.ProcessEnv
  port: number
  dev: boolean
  shutdown: Shutdown
}): Promise<void> {
  const giveUp = ({ name, logFile }: { name: string; logFile: string | undefined }) => {
    say(`✗ ${name} 多次退出 · ended again and again`)
    if (logFile) say(lastLines({ file: logFile, count: 15 }))
    // A developer mends the code, and the change starts the process again.
    if (!dev) void shutdown.end(1)
  }
  const begin = ({ name, script, log }: { name: string; script: string; log: string }) => {
    const logFile = dev ? undefined : `${dataRoom}/${log}`
    const onGivenUp = () => giveUp({ name, logFile })
    const part = supervise({ name, script, environment, logFile, graceMs: 6_000, say, onGivenUp })
    shutdown.add(part)
    return part
  }
  begin({ name: '网站 web', script: 'scripts/serve.ts', log: 'web.log' })
  const worker = begin({ name: '任务进程 worker', script: 'scripts/worker.ts', log: 'worker.log' })
  // Next follows the sources by itself; the worker must be told.
  if (dev) followSources({ onChange: worker.renew, shutdown })
  await healthy({ port, shutdown })
}

async function healthy({ port, shutdown }: { port: number; shutdown: Shutdown }): Promise<void> {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    if (shutdown.begun) return await new Promise(() => {})
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => undefined)
    if (answer?.status === 200) return
    await pause(150)
  }
  throw new StartFailure(
    `服务没有在 ${patienceMs / 1000} 秒内就绪，日志在 .data/web.log:\nThe service did not become ready in time; see .data/web.log:\n` +
      lastLines({ file: `${dataRoom}/web.log`, count: 15 }),
  )
}
