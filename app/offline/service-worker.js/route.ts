import { serviceWorker } from './service-worker'

/** GET /offline/service-worker.js: keeps the page for a phone that reaches nobody. */
export function GET(): Response {
  return new Response(serviceWorker, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Service-Worker-Allowed': '/',
    },
  })
}
