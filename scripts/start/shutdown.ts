import { say } from './say'

/** Something that was started: how it is ended in peace, and how at once. */
export type Part = { stop(): Promise<void>; force(): void }

export type Shutdown = {
  /** Whether the end has begun; what fails from then on is no news. */
  readonly begun: boolean
  add(part: Part): void
  /** Ends everything that was added, the last first, then the process. */
  end(code: number): Promise<void>
}

/** Under npm, one Ctrl-C arrives twice: from the terminal and forwarded by npm. */
const sameSignalMs = 1_000

/** Ends what was started when the process is told to; a second time, at once. */
export function shutdownOnSignal(): Shutdown {
  const parts: Part[] = []
  let since: number | undefined
  const shutdown: Shutdown = {
    get begun() {
      return since !== undefined
    },
    add: part => parts.unshift(part),
    end: async code => {
      since ??= Date.now()
      for (const part of parts.splice(0)) await part.stop().catch(error => say(String(error)))
      process.exit(code)
    },
  }
  const forced: Part[] = []
  const onSignal = () => {
    if (since === undefined) {
      forced.push(...parts)
      say('\n正在停止 · stopping …')
      void shutdown.end(0)
    } else if (Date.now() - since >= sameSignalMs) {
      for (const part of forced) part.force()
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  process.on('uncaughtException', error => {
    // What still spoke to a part that has been stopped has nobody to hear it.
    if (since !== undefined) return
    say(`✗ ${error.stack ?? error}`)
    void shutdown.end(1)
  })
  // The terminal may be gone before us.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  return shutdown
}
