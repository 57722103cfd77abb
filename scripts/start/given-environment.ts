import { existsSync } from 'node:fs'
import { StartFailure } from './say'

/** The variables of the terminal, completed by those of a file `.env`; the terminal's win. */
export function readGivenEnvironment(): NodeJS.ProcessEnv {
  if (!existsSync('.env')) return process.env
  if (!process.loadEnvFile) {
    throw new StartFailure(
      '读取 .env 文件需要 Node.js 20.12 或更高版本；也可以直接设置环境变量。\n' +
        'Reading the file .env needs Node.js 20.12 or later; or set the variables in the environment.',
    )
  }
  process.loadEnvFile('.env')
  return process.env
}
