import { unwatchFile, watchFile } from 'node:fs'
import { say } from './say'
import type { Shutdown } from './shutdown'

const journal = 'db/migrations/meta/_journal.json'

/** For developers: a migration that appears while the product runs is carried out at once. */
export function followMigrations({
  migrate,
  shutdown,
}: {
  migrate: () => Promise<unknown>
  shutdown: Pick<Shutdown, 'add'>
}): void {
  let working = Promise.resolve()
  const onChange = () => {
    working = working.then(migrate).then(
      () => {},
      error =>
        say(`! 数据库结构没有更新 · migration failed: ${error instanceof Error ? error.message : error}`),
    )
  }
  watchFile(journal, { interval: 1_000 }, onChange)
  shutdown.add({ stop: async () => unwatchFile(journal), force: () => {} })
}
