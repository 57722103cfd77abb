import { z } from 'zod'
import { done, failed, type Result } from '@/lib/platform/result'
import type { Question } from '@/lib/verification'

export const LARGEST_BODY = 4_096

const question = z.union([
  z.strictObject({ token: z.string() }),
  z.strictObject({ number: z.string(), checkCode: z.string() }),
])

/** Reads the question of a verifier from the body of a request, of which never more than 4 KiB is taken in. */
export async function readQuestion(
  request: Request,
): Promise<Result<Question, 'body-too-large' | 'invalid-request'>> {
  const body = await readBody({ request, largest: LARGEST_BODY })
  if (body === null) return failed('body-too-large')
  const read = question.safeParse(parseJson(body))
  return read.success ? done(read.data) : failed('invalid-request')
}

/** The body of a request, or null once it is larger, whatever length it announced. */
export async function readBody({
  request,
  largest,
}: {
  request: Request
  largest: number
}): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.byteLength
    if (size > largest) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The value that a JSON text in UTF-8 says; undefined where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
