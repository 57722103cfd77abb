import { spawn } from 'node:child_process'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { done, failed, type Result } from '@/lib/platform/result'
import type { FileKind } from './kind-of-file'
import { MOST_PAGES, type RedrawFailure, type RedrawnPage, redrawFailures } from './redrawn'

/** A large photograph takes two seconds on a slow machine; a file that takes this long is meant to. */
const patienceMilliseconds = 40_000
/** Decoding is heavy, and this machine has pages to serve. */
const mostAtOnce = 2

const bytes = z.base64().transform(text => Buffer.from(text, 'base64'))
const answerOfProcess = z.union([
  z.object({
    pages: z
      .array(
        z.object({
          picture: bytes,
          thumbnail: bytes,
          width: z.number().int().positive(),
          height: z.number().int().positive(),
        }),
      )
      .min(1)
      .max(MOST_PAGES),
  }),
  z.object({ failure: z.enum(redrawFailures) }),
])

/**
 * Draws a file's pages anew in a process of its own, which knows no secret and is ended when it takes too long:
 * a decoder that is led astray takes nothing and nobody with it.
 */
export async function redrawFile({
  file,
  kind,
}: {
  file: Buffer
  kind: FileKind
}): Promise<Result<RedrawnPage[], RedrawFailure>> {
  await takeTurn()
  try {
    return await redrawElsewhere({ file, kind })
  } finally {
    giveTurn()
  }
}

async function redrawElsewhere({
  file,
  kind,
}: {
  file: Buffer
  kind: FileKind
}): Promise<Result<RedrawnPage[], RedrawFailure>> {
  const script = path.join(process.cwd(), 'lib/attachments/redraw/main.ts')
  const child = spawn(process.execPath, ['--max-old-space-size=768', '--import', 'tsx', script, kind], {
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: patienceMilliseconds,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<NodeJS.Signals | null>(resolve => {
    child.once('error', () => resolve(null))
    child.once('close', (_code, signal) => resolve(signal))
  })
  // It may end before it has read everything.
  child.stdin.on('error', () => {})
  child.stdin.end(file)
  const [output, signal] = await Promise.all([buffer(child.stdout), ended])
  if (signal === 'SIGKILL') return failed('takes-too-long')
  return read(output.toString('utf8'))
}

function read(output: string): Result<RedrawnPage[], RedrawFailure> {
  const answer = answerOfProcess.safeParse(parsed(output))
  if (!answer.success) return failed('cannot-be-read')
  return 'failure' in answer.data ? failed(answer.data.failure) : done(answer.data.pages)
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output)
  } catch {
    return null
  }
}

let working = 0
const waiting: (() => void)[] = []

async function takeTurn(): Promise<void> {
  if (working >= mostAtOnce) await new Promise<void>(resolve => waiting.push(resolve))
  else working += 1
}

function giveTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else working -= 1
}
