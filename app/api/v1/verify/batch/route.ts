import { service } from '@/app/_service'
import { clientAddressOf } from '@/app/_session/client-address'
import { guardedRoute } from '@/app/api/guarded-route'
import { tooManyRequests } from '@/app/api/limit-headers'
import { answer, problem } from '@/app/api/problem'
import { verifyCertificate } from '@/lib/verification'
import { LARGEST_BATCH, readQuestions } from '../read-question'
import { sayAnswer } from '../say-answer'

const details = {
  'body-too-large': 'The body may have 131072 bytes',
  'invalid-request': `Send JSON: {"questions": […]} with 1 to ${LARGEST_BATCH} questions as POST /api/v1/verify takes them`,
} as const

/** POST /api/v1/verify/batch: up to a hundred questions at once, answered in their order. Each counts by itself. */
export const POST = guardedRoute('verifying certificates', async request => {
  const read = await readQuestions(request)
  if (!read.ok) return problem({ type: read.failure, detail: details[read.failure] })
  const address = clientAddressOf(request.headers)
  const answers = []
  for (const { question, purpose } of read.value) {
    const checked = await verifyCertificate({ question, address, purpose, channel: 'api' }, service())
    if (!checked.ok) return tooManyRequests(checked.details)
    answers.push(sayAnswer(checked.value.finding))
  }
  return answer({ answers })
})
