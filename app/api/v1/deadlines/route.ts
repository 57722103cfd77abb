import { service } from '@/app/_service'
import { guardedRoute } from '@/app/api/guarded-route'
import { answer, problem } from '@/app/api/problem'
import { countDeadline, inShanghaiZone } from '@/lib/deadlines'

const details = {
  'start-not-an-instant':
    'start must be an RFC 3339 date and time with its offset, such as 2026-02-13T16:00:00+08:00',
  'working-days-out-of-range': 'workingDays must be a whole number from 1 to 250',
  'outside-the-calendar': 'start lies outside the years that the calendar can count',
} as const

/** GET /api/v1/deadlines?start=…&workingDays=…: when a period of working days ends. Open to everybody. */
export const GET = guardedRoute('counting a deadline', async request => {
  const asked = new URL(request.url).searchParams
  const counted = await countDeadline(
    { start: asked.get('start') ?? '', workingDays: asked.get('workingDays') ?? '' },
    service(),
  )
  if (!counted.ok) return problem({ type: 'invalid-request', detail: details[counted.failure] })
  const { startsOn, dueAt, provisional } = counted.value
  return answer({ startsOn, dueAt: inShanghaiZone(dueAt), provisional })
})
