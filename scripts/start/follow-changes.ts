import { unwatchFile, watch, watchFile } from 'node:fs'
import { say } from './say'
import type { Shutdown } from './shutdown'

const journal = 'db/migrations/meta/_journal.json'

/** For developers: a migration that appears while the product runs is carried out at once. */
export function followMigrations({
  prepare,
  shutdown,
}: {
  prepare: () => Promise<unknown>
  shutdown: Pick<Shutdown, 'add'>
}): void {
  let working: Promise<unknown> = Promise.resolve()
  const onChange = () => {
    working = working
      .then(prepare)
      .catch(error => say(`! 数据库没有更新 · the database was not updated: ${String(error)}`))
  }
  watchFile(journal, { interval: 1_000 }, onChange)
  shutdown.add({ stop: async () => unwatchFile(journal), force: () => {} })
}

/** For developers: tells when the service's code has changed and a moment has passed. */
export function followSources({
  onChange,
  shutdown,
}: {
  onChange: () => void
  shutdown: Pick<Shutdown, 'add'>
}): void {
  let soon: NodeJS.Timeout | undefined
  const watchers = ['lib', 'db'].map(folder =>
    watch(folder, { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return
      clearTimeout(soon)
      soon = setTimeout(onChange, 4_000)
    }),
  )
  shutdown.add({
    stop: async () => {
      clearTimeout(soon)
      for (const watcher of watchers) watcher.close()
    },
    force: () => {},
  })
}
