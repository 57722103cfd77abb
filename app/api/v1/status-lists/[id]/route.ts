import { service } from '@/app/_service'
import { guardedRoute } from '@/app/api/guarded-route'
import { problem } from '@/app/api/problem'
import { publishedAnswer } from '@/app/api/published-answer'
import { LIST_LIFETIME_SECONDS, publishedStatusList } from '@/lib/certificates'

type Parameters = { params: Promise<{ id: string }> }

/** GET /api/v1/status-lists/{id}: which certificates no longer hold, for those who verify without asking us. */
export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const { id } = await params
  return guardedRoute('publishing a status list', listOf(id))(request)
}

function listOf(id: string) {
  return async (request: Request): Promise<Response> => {
    const list = /^[1-9]\d{0,5}$/.test(id) ? await publishedStatusList({ id: Number(id) }, service()) : null
    if (!list) return problem({ type: 'not-found', detail: 'There is no status list of this number' })
    return publishedAnswer({
      request,
      body: list,
      type: 'application/vc+jwt',
      seconds: LIST_LIFETIME_SECONDS,
    })
  }
}
