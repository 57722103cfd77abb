import { existsSync, readFileSync } from 'node:fs'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { dataRoom } from './data-room'
import { readGivenEnvironment } from './given-environment'
import { StartFailure, say } from './say'

/** What a command ends with: 1 is an answer, so that whatever keeps it from answering needs another number. */
export const exitCodes = { well: 0, notWell: 1, couldNotTell: 2, unproven: 3 } as const

/** Does the work of a command and sets its exit code; whatever is in its way is said in one sentence, with 2. */
export async function answerOrSayWhy(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.exitCode = exitCodes.couldNotTell
    say(`? ${whyNot(error)}`)
  }
}

/** Why a command could not do its work, in both languages. */
export function whyNot(error: unknown): string {
  if (error instanceof StartFailure) return error.message
  const { message, code } = causeOf(error)
  if (code && unreachable.has(code)) return `连不上数据库 · the database cannot be reached: ${message}`
  if (code && /^(28|3D)/.test(code)) return `数据库不让进入 · the database lets nobody in: ${message}`
  return `未能完成 · this could not be done: ${message}`
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
])

/** The innermost cause: a wrapping error repeats the statement, which is nothing for whoever waits at a terminal. */
function causeOf(error: unknown): { message: string; code: string | undefined } {
  if (error instanceof Error && error.cause instanceof Error) return causeOf(error.cause)
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0])
  if (!(error instanceof Error)) return { message: String(error), code: undefined }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { message: error.message || (code ?? error.name), code }
}

/** The command's options; one that it does not have, or one without its value, is said in a sentence. */
export function readOptions<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    const given = error instanceof Error ? error.message : String(error)
    const known = Object.keys(config.options ?? {}).map(name => `--${name}`)
    throw new StartFailure(
      `选项写得不对：${given}\nAn option is not right. There are: ${known.join(' ') || 'none'}`,
    )
  }
}

/** A file that the command was given, or one of the data folder. */
export function readNamedFile(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new StartFailure(`读不到文件 ${file}。\nThe file ${file} cannot be read.`)
  }
}

/** The database's address: the one given, or that of this folder's own database, for the role asked for. */
export function addressOfDatabase({
  typed,
  role,
}: {
  typed?: string | undefined
  role: 'appUrl' | 'ownerUrl'
}): string {
  const given = typed ?? (role === 'appUrl' ? readGivenEnvironment().DATABASE_APP_URL : undefined)
  if (given !== undefined) {
    if (/^postgres(ql)?:\/\//.test(given) && URL.canParse(given)) return given
    throw new StartFailure(
      '数据库地址应当像 postgresql://用户:密码@主机:5432/库名。\nA database’s address reads postgresql://user:password@host:5432/name.',
    )
  }
  const file = `${dataRoom}/database.json`
  if (!existsSync(file)) {
    throw new StartFailure(
      `没有 ${file}：请在服务所在的文件夹运行，或者写明数据库地址（--database 或 DATABASE_APP_URL）。\n` +
        `There is no ${file}: run this in the service’s folder, or name the database (--database, or DATABASE_APP_URL).`,
    )
  }
  return valueOfJson(file, role)
}

/** One text of a JSON file of the data folder. */
export function valueOfJson(file: string, name: string): string {
  const text = readNamedFile(file).toString('utf8')
  try {
    const value: unknown = JSON.parse(text)[name]
    if (typeof value === 'string') return value
  } catch {
    // Said below: what is missing and what is broken are mended alike.
  }
  throw new StartFailure(`${file} 中没有 ${name}，或文件已损坏。\n${file} has no ${name}, or is damaged.`)
}
