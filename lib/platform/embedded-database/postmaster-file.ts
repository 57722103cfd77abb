import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { commandLineOf, isAlive, isListed, workingDirectoryOf } from './processes'

/** What a running PostgreSQL writes into its data folder (postmaster.pid, PostgreSQL's miscinit.c). */
export type PostmasterFile = { pid: number; dataDirectory: string; port: number; status: string }

/** Who stands behind a data folder's postmaster.pid. */
export type Postmaster =
  | { kind: 'none' }
  | { kind: 'ours'; pid: number; port: number }
  | { kind: 'unrelated'; pid: number; command: string }

/** Reads the lines of postmaster.pid: number, data folder, start, port, …, status. A torn file is none. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split('\n').map(line => line.trim())
  // A single-user server writes its number negative.
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10))
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const port = Number.parseInt(lines[3] ?? '', 10)
  return {
    pid,
    dataDirectory: lines[1] ?? '',
    port: Number.isInteger(port) ? port : 0,
    status: lines[7] ?? '',
  }
}

/** The file's content, or undefined when there is none that can be read. */
export function readPostmasterFile(dataDirectory: string): PostmasterFile | undefined {
  try {
    return parsePostmasterFile(readFileSync(path.join(dataDirectory, 'postmaster.pid'), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Decides who owns the data folder, before anybody thinks of ports. The number in the file may be of a server
 * that serves this folder, of nobody, or of another program that got the number later.
 */
export function postmasterOf(dataDirectory: string): Postmaster {
  const file = readPostmasterFile(dataDirectory)
  if (!file || !isListed(file.pid)) return { kind: 'none' }
  // A killed server that nobody collected (a container without init) passes for a live one with PostgreSQL.
  if (!isAlive(file.pid)) return { kind: 'unrelated', pid: file.pid, command: '' }
  const command = commandLineOf(file.pid)
  if (servesFolder({ pid: file.pid, command, dataDirectory })) {
    return { kind: 'ours', pid: file.pid, port: file.port }
  }
  return { kind: 'unrelated', pid: file.pid, command }
}

function servesFolder({
  pid,
  command,
  dataDirectory,
}: {
  pid: number
  command: string
  dataDirectory: string
}): boolean {
  // Not to be told (another user's process on some systems): PostgreSQL's own check decides then.
  if (command === '') return true
  if (!command.includes('postgres')) return false
  const folder = realpathSync(dataDirectory)
  const workingDirectory = workingDirectoryOf(pid)
  // A server stands in its data folder, and the link follows a folder that was moved or copied.
  if (workingDirectory) return workingDirectory === folder
  return command.includes(folder) || command.includes(dataDirectory)
}
