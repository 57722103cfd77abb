import type { Queryable } from '@/lib/platform/database'
import { takeFromLimit } from '@/lib/platform/rate-limits'
import { done, failed, type Result } from '@/lib/platform/result'
import type { Question } from './verify-certificate'

/**
 * How often one address may ask. A signed token cannot be guessed, so that the limit only keeps the service
 * up for the others; number and check code could be, and are limited far below what guessing would need.
 */
export const verificationLimits = {
  token: { kind: 'verify-token', limit: 3_000, windowSeconds: 300 },
  number: { kind: 'verify-number', limit: 60, windowSeconds: 600 },
} as const

export type Allowance = { limit: number; remaining: number; windowSeconds: number }

/** What is left to who asked so many times in this window; `limit-reached` once it was one time too many. */
export function allowanceOf({
  question,
  hits,
  seconds,
}: {
  question: Question
  hits: number
  seconds: number
}): Result<Allowance, 'limit-reached'> {
  const { limit, windowSeconds } = verificationLimits['token' in question ? 'token' : 'number']
  if (hits > limit) return failed('limit-reached', { retryAfterSeconds: seconds })
  return done({ limit, windowSeconds, remaining: limit - hits })
}

/** Counts a question against the limit of its kind. */
export async function takeVerification(
  { question, address }: { question: Question; address: string },
  { db }: { db: Queryable },
): Promise<Result<Allowance, 'limit-reached'>> {
  const { kind, limit, windowSeconds } = verificationLimits['token' in question ? 'token' : 'number']
  const taken = await takeFromLimit({ bucket: { kind, value: address }, limit, windowSeconds }, { db })
  if (!taken.ok) return failed('limit-reached', taken.details)
  return done({ limit, windowSeconds, remaining: taken.value.remaining })
}
