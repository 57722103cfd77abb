import { z } from 'zod'
import { readBody } from '@/app/api/read-body'
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

/** The value that a JSON text in UTF-8 says; undefined where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
