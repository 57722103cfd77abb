import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** Whether a process of this number runs. One that has ended but was not collected yet (a zombie) does not. */
export function isAlive(pid: number): boolean {
  return isListed(pid) && stateOf(pid) !== 'Z'
}

/** Whether the system still lists a process of this number, be it only one that has ended. */
export function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return errorCode(error) === 'EPERM'
  }
}

/** When a process began, in a form that only serves to compare: a number can be given to a later process. */
export function beginningOf(pid: number): string {
  return statFields(pid)?.[19] ?? ''
}

/** A process's command line, empty when it cannot be told. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return commandLineFromPs(pid)
  }
}

/** A process's working directory, or undefined where it cannot be told. */
export function workingDirectoryOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Sends a signal to a process that may be gone already. */
export function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

/** The code of a system or database error, empty for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function commandLineFromPs(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function stateOf(pid: number): string {
  return statFields(pid)?.[0] ?? ''
}

/** The fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets (proc(5)). */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
