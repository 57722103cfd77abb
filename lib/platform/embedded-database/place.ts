import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { closedFolderOnTheWay, makeOpenFolder, openTemporaryFolders } from './reach'
import type { ServerUser } from './server-user'

/** Where the data and, when needed, a copy of the programs are kept. */
export type Place = { dataDirectory: string; copiesDirectory: string; relocated: boolean }

const systemFolder = '/var/lib/birth-registration'

/**
 * Where this data folder really is: where it was asked for, or, when the user of the server may not go there
 * (root's own home is closed to everybody else), in the system's folder, with a note left that says so.
 */
export function choosePlace({
  wanted,
  user,
  log,
}: {
  wanted: string
  user: ServerUser
  log: (line: string) => void
}): Place {
  const asked = path.resolve(wanted)
  const note = `${asked}-location.txt`
  const elsewhere = path.join(systemFolder, createHash('sha256').update(asked).digest('hex').slice(0, 16))
  const noted = notedPlace(note)
  if (noted) return { dataDirectory: noted, copiesDirectory: path.dirname(noted), relocated: true }
  makeOpenFolder(path.dirname(asked))
  openTemporaryFolders({ target: asked, user })
  if (!closedFolderOnTheWay({ target: path.dirname(asked), user })) {
    return {
      dataDirectory: asked,
      copiesDirectory: copiesBeside({ asked, user, elsewhere }),
      relocated: false,
    }
  }
  const dataDirectory = path.join(elsewhere, 'postgres')
  makeOpenFolder(elsewhere)
  moveData({ from: asked, to: dataDirectory, log })
  writeFileSync(note, `${dataDirectory}\n`)
  log(
    `数据库用户不能进入项目所在目录，数据保存在 ${dataDirectory} · the database's user may not enter the project's folder: its data is kept there`,
  )
  return { dataDirectory, copiesDirectory: elsewhere, relocated: true }
}

function notedPlace(note: string): string | undefined {
  if (!existsSync(note)) return undefined
  const place = readFileSync(note, 'utf8').trim()
  return existsSync(place) ? place : undefined
}

/** Programs that lie in a closed folder are copied to the system's folder by root, beside the data by others. */
function copiesBeside({
  asked,
  user,
  elsewhere,
}: {
  asked: string
  user: ServerUser
  elsewhere: string
}): string {
  return user ? elsewhere : path.dirname(asked)
}

/** Takes along the data of a project that was moved into a closed folder; the original stays, renamed. */
function moveData({ from, to, log }: { from: string; to: string; log: (line: string) => void }): void {
  if (!existsSync(path.join(from, 'PG_VERSION')) || existsSync(to)) return
  const kept = `${from}.moved-${Date.now()}`
  log(
    `已有数据复制到 ${to}，原目录保留为 ${kept} · existing data copied; the old folder is kept under that name`,
  )
  const half = `${to}.new-${process.pid}`
  execFileSync('cp', ['-a', from, half])
  renameSync(half, to)
  renameSync(from, kept)
}
