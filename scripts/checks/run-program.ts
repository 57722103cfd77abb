import { type ChildProcess, spawn } from 'node:child_process'

export type Ended = { code: number; output: string }

const running = new Set<ChildProcess>()

/**
 * Runs a program to its end without standard input and keeps what it says. One that takes too long is ended,
 * and so counts as failed instead of hanging.
 *
 * @param program a module of node_modules run by this Node, or with `system` a program of the machine
 */
export async function runProgram({
  program,
  args,
  system = false,
  environment = {},
  withinMinutes = 10,
}: {
  program: string
  args: string[]
  system?: boolean
  environment?: Record<string, string>
  withinMinutes?: number
}): Promise<Ended> {
  const child = spawn(system ? program : process.execPath, system ? args : [program, ...args], {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
  const late = setTimeout(() => {
    output += `\n${program} took longer than ${withinMinutes} minutes and was ended\n`
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 15_000).unref()
  }, withinMinutes * 60_000)
  const code = await new Promise<number>(resolve => {
    child.once('error', error => {
      output += String(error)
      resolve(1)
    })
    child.once('close', ended => resolve(ended ?? 1))
  })
  clearTimeout(late)
  running.delete(child)
  return { code, output }
}

/** Tells every program that still runs to end. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGTERM')
}
