/** A service worker as browsers take it: asked for anew each time, and allowed to answer for paths beside its own. */
export function serviceWorkerAnswer(script: string): Response {
  return new Response(script, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Service-Worker-Allowed': '/',
    },
  })
}
