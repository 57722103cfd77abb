import { service } from '@/app/_service'
import { requireStaff } from '@/app/_session/viewer'
import { answer } from '@/app/api/problem'
import { restOfSession } from '@/lib/identity'

/**
 * GET /staff/session: how long one stays signed in. As with every request, asking is being there, so that whoever
 * is warned that their session will end goes on with it.
 */
export async function GET(): Promise<Response> {
  const viewer = await requireStaff()
  const { seconds, isLast } = await restOfSession({ viewer }, service())
  return answer({ seconds, isLast })
}
