import { z } from 'zod'
import { readBody } from '@/app/api/read-body'
import { done, failed, type Result } from '@/lib/platform/result'
import { readTypedText } from '@/lib/platform/typed-text'
import { LONGEST_PURPOSE, type Question } from '@/lib/verification'

const LARGEST_BODY = 4_096
const LARGEST_BODY_OF_BATCH = 131_072
/** So many questions may be asked at once. */
export const LARGEST_BATCH = 100

const purpose = z
  .string()
  .transform((raw, context) => {
    const read = readTypedText({ raw, maximumLength: LONGEST_PURPOSE })
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: read.failure })
    return z.NEVER
  })
  .optional()
const question = z.union([
  z.strictObject({ token: z.string(), purpose }),
  z.strictObject({ number: z.string(), checkCode: z.string(), purpose }),
])
const batch = z.strictObject({ questions: z.array(question).min(1).max(LARGEST_BATCH) })

/** A question, and what for, where the verifier says so. */
export type AskedQuestion = { question: Question; purpose: string | null }

type ReadFailure = 'body-too-large' | 'invalid-request'

/** Reads the question of a verifier from the body of a request, of which never more than 4 KiB is taken in. */
export async function readQuestion(request: Request): Promise<Result<AskedQuestion, ReadFailure>> {
  const read = await readJson({ request, largest: LARGEST_BODY, shape: question })
  return read.ok ? done(withPurposeApart(read.value)) : read
}

/** Reads up to a hundred questions, of which never more than 128 KiB is taken in. */
export async function readQuestions(request: Request): Promise<Result<AskedQuestion[], ReadFailure>> {
  const read = await readJson({ request, largest: LARGEST_BODY_OF_BATCH, shape: batch })
  return read.ok ? done(read.value.questions.map(withPurposeApart)) : read
}

function withPurposeApart({ purpose, ...asked }: z.output<typeof question>): AskedQuestion {
  return { question: asked, purpose: purpose || null }
}

async function readJson<Shape>({
  request,
  largest,
  shape,
}: {
  request: Request
  largest: number
  shape: z.ZodType<Shape>
}): Promise<Result<Shape, ReadFailure>> {
  const body = await readBody({ request, largest })
  if (body === null) return failed('body-too-large')
  const read = shape.safeParse(parseJson(body))
  return read.success ? done(read.data) : failed('invalid-request')
}

/** The value that a JSON text in UTF-8 says; undefined where it is none. */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
