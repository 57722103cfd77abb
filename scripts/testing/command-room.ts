import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder with a data folder of its own in which a test runs an operator's commands, as they stand. */
export type CommandRoom = {
  folder: string
  write(file: string, content: string | Buffer): string
  run(
    script: string,
    parameters: readonly string[],
    variables?: Record<string, string>,
  ): Promise<{ code: number; said: string }>
  close(): void
}

const product = path.resolve(import.meta.dirname, '../..')

/** Opens such a folder; whoever opens it closes it. */
export function openCommandRoom(): CommandRoom {
  const folder = mkdtempSync(path.join(tmpdir(), 'commands-'))
  mkdirSync(path.join(folder, '.data'))
  return {
    folder,
    write: (file, content) => {
      const whole = path.join(folder, file)
      writeFileSync(whole, content)
      return whole
    },
    run: (script, parameters, variables = {}) =>
      new Promise(resolve => {
        const program = execFile(
          process.execPath,
          ['--import', import.meta.resolve('tsx'), path.join(product, script), ...parameters],
          {
            cwd: folder,
            env: {
              ...process.env,
              ...variables,
              TSX_TSCONFIG_PATH: path.join(product, 'tsconfig.json'),
            },
          },
          (_error, said, complaint) => resolve({ code: program.exitCode ?? -1, said: said + complaint }),
        )
      }),
    close: () => rmSync(folder, { recursive: true }),
  }
}
