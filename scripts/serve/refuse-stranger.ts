import type { IncomingMessage, ServerResponse } from 'node:http'
import { isFromOurPage } from '@/app/_session/our-page'

type Exchange = { request: IncomingMessage; response: ServerResponse }

/**
 * Whether a form comes from a page of somebody else; it leads to a sentence then. Each action and route asks the
 * same once more; but of a foreign origin the framework makes a bare error before any of them is asked.
 */
export function refuseStranger({ request, response }: Exchange): boolean {
  const { method, url = '/', headers } = request
  // What programs ask of /api is no form, and each route there says itself from whom it takes something.
  if (method !== 'POST' || headers.origin === undefined || url.startsWith('/api/')) return false
  const get = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value : null
  }
  if (isFromOurPage({ headers: { get } })) return false
  request.resume()
  response.writeHead(303, { location: '/problem?because=not-our-page', 'cache-control': 'no-store' }).end()
  return true
}
