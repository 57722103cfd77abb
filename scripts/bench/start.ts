import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { nextFreePort } from '@/lib/platform/embedded-database'

const runs = 5

/** How long `npm start` takes on an installed and built clone until the service says that it can do its job. */
export async function bench(): Promise<void> {
  const seconds: number[] = []
  for (let run = 0; run < runs; run++) seconds.push(await secondsUntilReady())
  const sorted = seconds.toSorted((a, b) => a - b)
  console.log(`npm start, ready after (s): ${sorted.map(value => value.toFixed(1)).join(' ')}`)
}

async function secondsUntilReady(): Promise<number> {
  const port = await nextFreePort({ from: 4000, hosts: ['0.0.0.0', '::'] })
  const begun = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    let said = ''
    for await (const chunk of child.stdout) {
      said += chunk
      if (/已在运行/.test(said)) throw new Error('the product already runs from this folder: stop it first')
      if (/已就绪/.test(said)) return (performance.now() - begun) / 1000
    }
    throw new Error(`it did not become ready:\n${said}`)
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
