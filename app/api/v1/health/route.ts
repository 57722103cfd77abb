import { service } from '@/app/_service'
import { answer, problem } from '@/app/api/problem'
import { isHealthy } from '@/lib/platform/health'

/** GET /api/v1/health: 200 only when the service can do its job, for load balancers and the start script. */
export async function GET(): Promise<Response> {
  const healthy = await isHealthy(service())
  if (healthy) return answer({ status: 'ok' })
  return problem({ type: 'service-unavailable', detail: 'The database does not answer or is not prepared' })
}
