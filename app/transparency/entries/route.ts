import { service } from '@/app/_service'
import { publishedAnswer } from '@/app/api/published-answer'
import { publishedEntries } from '@/lib/transparency'

const MOST_AT_ONCE = 1_000

/** GET /transparency/entries?from=0: the published entries from a place on, a thousand at most, in their order. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('from') ?? '0'
  const from = /^\d{1,9}$/.test(asked) ? Number(asked) : 0
  const entries = await publishedEntries({ from, count: MOST_AT_ONCE }, service())
  const body = JSON.stringify({ entries })
  return publishedAnswer({ request, body, type: 'application/json', seconds: 30 })
}
