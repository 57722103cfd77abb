import { problem } from '@/app/api/problem'

/** How much of a limit is left, for programs that pace themselves (RateLimit header fields of the IETF's httpapi group). */
export function limitHeaders({
  limit,
  remaining,
  windowSeconds,
}: {
  limit: number
  remaining: number
  windowSeconds: number
}): Record<string, string> {
  return {
    'RateLimit-Policy': `"address";q=${limit};w=${windowSeconds}`,
    RateLimit: `"address";r=${remaining}`,
  }
}

/** The answer to one request too many, with the seconds to wait. */
export function tooManyRequests({
  retryAfterSeconds,
}: {
  retryAfterSeconds?: number | string | Date | null
}): Response {
  const seconds = Math.max(1, Number(retryAfterSeconds ?? 1))
  return problem({
    type: 'too-many-requests',
    detail: `Ask again in ${seconds} seconds`,
    headers: { 'Retry-After': String(seconds), RateLimit: `"address";r=0;t=${seconds}` },
  })
}
