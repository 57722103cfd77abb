import { randomInt } from 'node:crypto'
import pino, { type Logger } from 'pino'
import { environment } from './env'

let logger: Logger | null = null

/** The log: one JSON object a line, nothing personal. Pass ids and names of things, never what people typed. */
export function log(): Logger {
  logger ??= pino({
    level: environment().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: withoutWhatPeopleTyped },
    redact: {
      paths: ['phone', 'name', 'idNumber', 'address', 'code', 'password', 'secret', 'recipient'].flatMap(
        field => [field, `*.${field}`],
      ),
      censor: '[removed]',
    },
  })
  return logger
}

/**
 * Writes down an unexpected error and gives it a number that a person can read out on the phone.
 *
 * @returns eight digits, shown to the person and found in the log as `reference`
 */
export function recordUnexpectedError({ error, doing }: { error: unknown; doing: string }): string {
  const reference = String(randomInt(10_000_000, 100_000_000))
  log().error({ reference, doing, error }, 'unexpected error')
  return reference
}

/** Messages of these classes are written by ourselves or the language; others may repeat what was typed. */
const quotable = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError'])

/** An error by its class, code and place; the database's own words stay out, since they quote values. */
export function withoutWhatPeopleTyped(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint_name: constraint } = error as Error & { code?: unknown; constraint_name?: unknown }
  return {
    type: error.constructor.name,
    ...(quotable.has(error.constructor.name) ? { message: error.message } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    frames: (error.stack ?? '').split('\n').filter(line => line.startsWith('    at ')),
    ...(error.cause === undefined ? {} : { cause: withoutWhatPeopleTyped(error.cause) }),
  }
}
