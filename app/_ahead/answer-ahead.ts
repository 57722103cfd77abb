import { POST as verifyBatch } from '@/app/api/v1/verify/batch/route'
import { POST as verify } from '@/app/api/v1/verify/route'
import { HEAD as look, GET as scan, POST as scanForm } from '@/app/v/[[...token]]/route'

type Answering = (request: Request) => Response | Promise<Response>

/**
 * Who answers a scan or a check: the very routes that the framework would ask, asked without it, since its own
 * work on a request is four fifths of an answer's time (decision 0020). Null for everything else, and for a
 * method that the route does not know.
 *
 * @param path of the address, without its query
 */
export function answersAhead({ method, path }: { method: string; path: string }): Answering | null {
  if (path === '/api/v1/verify') return method === 'POST' ? verify : null
  if (path === '/api/v1/verify/batch') return method === 'POST' ? verifyBatch : null
  if (!/^\/v\/[^/]+$/i.test(path)) return null
  return { GET: scan, HEAD: look, POST: scanForm }[method] ?? null
}
