import { serviceWorker } from './service-worker'

/** GET /verify/service-worker.js: keeps the offline page, the keys and the lists on a verifier's device. */
export function GET(): Response {
  return new Response(serviceWorker, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      // It answers for /verify, /v and /V: a code that is scanned without a network is judged on the device.
      'Service-Worker-Allowed': '/',
    },
  })
}
