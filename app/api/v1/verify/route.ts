import { service } from '@/app/_service'
import { clientAddressOf } from '@/app/_session/client-address'
import { guardedRoute } from '@/app/api/guarded-route'
import { limitHeaders, tooManyRequests } from '@/app/api/limit-headers'
import { answer, problem } from '@/app/api/problem'
import { verifyCertificate } from '@/lib/verification'
import { readQuestion } from './read-question'
import { sayAnswer } from './say-answer'

const details = {
  'body-too-large': 'The body may have 4096 bytes',
  'invalid-request':
    'Send JSON: {"token": "…"} with the last part of the QR link or the whole link, or {"number": "…", "checkCode": "…"}',
} as const

/** POST /api/v1/verify: whether a certificate is genuine and still valid. Open to everybody. */
export const POST = guardedRoute('verifying a certificate', async request => {
  const read = await readQuestion(request)
  if (!read.ok) return problem({ type: read.failure, detail: details[read.failure] })
  const { question, purpose } = read.value
  const address = clientAddressOf(request.headers)
  const checked = await verifyCertificate({ question, address, purpose, channel: 'api' }, service())
  if (!checked.ok) return tooManyRequests(checked.details)
  return answer(sayAnswer(checked.value.finding), { headers: limitHeaders(checked.value.allowance) })
})
