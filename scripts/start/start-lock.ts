import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { beginningOf, isAlive } from '@/lib/platform/embedded-database'

type Holder = { pid: number; beginning: string; url: string | null }

/** The right to be the only start in this folder, or who has it. */
export type StartLock =
  | { taken: true; tell(url: string): void; release(): void }
  | { taken: false; pid: number; url: string | null }

/**
 * Takes the lock, also from a run that is gone: the file names the process and when it began, so that another
 * process with the same number later is not taken for it.
 */
export function takeStartLock(file: string): StartLock {
  const own: Holder = { pid: process.pid, beginning: beginningOf(process.pid), url: null }
  for (let attempt = 0; attempt < 20; attempt++) {
    if (putWhole({ file, holder: own })) return held({ file, own })
    const holder = readHolder(file)
    if (holder && isStillThere(holder)) return { taken: false, pid: holder.pid, url: holder.url }
    putAside({ file, stale: holder })
  }
  return { taken: false, pid: 0, url: null }
}

/** Whoever runs the product from this folder now; undefined when nobody does. */
export function currentHolder(file: string): { pid: number; url: string | null } | undefined {
  const holder = readHolder(file)
  return holder && isStillThere(holder) ? { pid: holder.pid, url: holder.url } : undefined
}

function held({ file, own }: { file: string; own: Holder }): StartLock {
  return {
    taken: true,
    tell: url => {
      const half = `${file}.${process.pid}`
      writeFileSync(half, JSON.stringify({ ...own, url }))
      renameSync(half, file)
    },
    release: () => {
      if (readHolder(file)?.pid === own.pid) rmSync(file, { force: true })
    },
  }
}

/** The file appears with its whole content or not at all: a link to a finished file. */
function putWhole({ file, holder }: { file: string; holder: Holder }): boolean {
  const half = `${file}.${process.pid}`
  writeFileSync(half, JSON.stringify(holder))
  try {
    linkSync(half, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(half, { force: true })
  }
}

/** Takes a dead run's file away; if a live one came in between, puts it back. */
function putAside({ file, stale }: { file: string; stale: Holder | undefined }): void {
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && moved.pid !== stale?.pid) putWhole({ file, holder: moved })
  rmSync(aside, { force: true })
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function isStillThere({ pid, beginning }: Holder): boolean {
  return isAlive(pid) && (beginning === '' || beginningOf(pid) === '' || beginningOf(pid) === beginning)
}
