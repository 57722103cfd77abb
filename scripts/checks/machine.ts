import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { say } from '../start/say'
import { runProgram } from './run-program'

/** Where a program of this name is on PATH, or undefined. */
export function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(folder => folder !== '')
  return folders.map(folder => path.join(folder, program)).find(isProgram)
}

/** Whether this file is there and may be run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Installs packages of the system, where there is apt-get and we are root. */
export async function installSystemPackages(packages: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false
  say(`  安装 · installing ${packages.join(' ')} …`)
  const quiet = { system: true, environment: { DEBIAN_FRONTEND: 'noninteractive' }, program: 'apt-get' }
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if ((await runProgram({ ...quiet, args: install })).code === 0) return true
  // The list of packages may be missing or old.
  await runProgram({ ...quiet, args: ['update'] })
  return (await runProgram({ ...quiet, args: install })).code === 0
}
