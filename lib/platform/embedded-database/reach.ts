import { chmodSync, existsSync, mkdirSync, type Stats, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ServerUser } from './server-user'

/** The nearest folder on the way to `target` (itself included) that `user` may not enter, if any. */
export function closedFolderOnTheWay({
  target,
  user,
}: {
  target: string
  user: ServerUser
}): string | undefined {
  if (!user) return undefined
  return foldersOnTheWay(target).find(folder => {
    const stat = statSync(folder, { throwIfNoEntry: false })
    return stat?.isDirectory() && !mayEnter({ stat, user })
  })
}

/**
 * Lets others pass through (not list) the folders that this run made for itself in the system's temporary
 * folder, which `mkdtemp` closes to everybody else.
 */
export function openTemporaryFolders({ target, user }: { target: string; user: ServerUser }): void {
  if (!user) return
  const temporary = path.resolve(tmpdir()) + path.sep
  for (const folder of foldersOnTheWay(path.dirname(target))) {
    const stat = statSync(folder, { throwIfNoEntry: false })
    if (folder.startsWith(temporary) && stat?.isDirectory() && !mayEnter({ stat, user })) {
      chmodSync(folder, stat.mode | 0o011)
    }
  }
}

/** Makes a folder, and those missing on the way to it, that everybody may enter whatever the umask says. */
export function makeOpenFolder(folder: string): void {
  if (existsSync(folder)) return
  makeOpenFolder(path.dirname(folder))
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

/** Whether the bits of a folder let this user enter it (x for its owner, its group or the others). */
export function mayEnter({
  stat,
  user,
}: {
  stat: Pick<Stats, 'mode' | 'uid' | 'gid'>
  user: { uid: number; gid: number }
}): boolean {
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}

function foldersOnTheWay(target: string): string[] {
  const folders: string[] = []
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    folders.unshift(folder)
    if (folder === path.dirname(folder)) return folders
  }
}
