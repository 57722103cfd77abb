import { service } from '@/app/_service'
import { clientAddress } from '@/app/_session/client-address'
import { guardedRoute } from '@/app/api/guarded-route'
import { limitHeaders, tooManyRequests } from '@/app/api/limit-headers'
import { answer, problem } from '@/app/api/problem'
import { countDeadline, inShanghaiZone } from '@/lib/deadlines'
import { takeFromLimit } from '@/lib/platform/rate-limits'

const details = {
  'start-not-an-instant':
    'start must be an RFC 3339 date and time with its offset, such as 2026-02-13T16:00:00+08:00',
  'working-days-out-of-range': 'workingDays must be a whole number from 1 to 250',
  'outside-the-calendar': 'start lies outside the years that the calendar can count',
} as const

/** A calculation that gives nothing away: the limit only keeps one address from taking the service for itself. */
const counting = { limit: 30_000, windowSeconds: 300 }

/** GET /api/v1/deadlines?start=…&workingDays=…: when a period of working days ends. Open to everybody. */
export const GET = guardedRoute('counting a deadline', async request => {
  const bucket = { kind: 'count-deadline', value: await clientAddress() }
  const taken = await takeFromLimit({ bucket, ...counting }, service())
  if (!taken.ok) return tooManyRequests(taken.details)
  const asked = new URL(request.url).searchParams
  const counted = await countDeadline(
    { start: asked.get('start') ?? '', workingDays: asked.get('workingDays') ?? '' },
    service(),
  )
  if (!counted.ok) return problem({ type: 'invalid-request', detail: details[counted.failure] })
  const { startsOn, dueAt, provisional } = counted.value
  const headers = limitHeaders({ ...counting, remaining: taken.value.remaining })
  return answer({ startsOn, dueAt: inShanghaiZone(dueAt), provisional }, { headers })
})
