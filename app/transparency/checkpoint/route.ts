import { service } from '@/app/_service'
import { publishedAnswer } from '@/app/api/published-answer'
import { newestCheckpoint } from '@/lib/transparency'

/** GET /transparency/checkpoint: the newest signed head of the log (C2SP tlog-checkpoint); empty before the first. */
export async function GET(request: Request): Promise<Response> {
  const checkpoint = await newestCheckpoint(service())
  const body = checkpoint?.note ?? ''
  return publishedAnswer({ request, body, type: 'text/plain; charset=utf-8', seconds: 30 })
}
