/**
 * The service worker as it is sent. It is plain JavaScript of a few lines, since it lives outside the pages' bundle:
 * what is published is fetched anew and kept as the last known; the page's own parts, whose names change with
 * their content, are kept as they are; a page of ours that cannot be reached becomes the offline page.
 */
export const serviceWorker = `
const ROOM = 'verify-offline-1'
const PAGE = '/verify/offline'
const PUBLISHED = ['/.well-known/jwks.json', '/api/v1/status-lists/1']

self.addEventListener('install', event => event.waitUntil(prepare().then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => fromRoom(PAGE)))
  else if (PUBLISHED[0] === pathname || pathname.startsWith('/api/v1/status-lists/')) event.respondWith(freshest(request))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(kept(request))
})

async function prepare() {
  const room = await caches.open(ROOM)
  const page = await fetch(PAGE, { credentials: 'omit' })
  const parts = [...(await page.clone().text()).matchAll(/"(\\/_next\\/static\\/[^"\\\\]+)/g)].map(([, part]) => part)
  await room.put(PAGE, page)
  await Promise.allSettled([...new Set(parts), ...PUBLISHED].map(part => room.add(part)))
}

async function freshest(request) {
  const room = await caches.open(ROOM)
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(5000) })
    if (response.ok) await room.put(request, response.clone())
    return response
  } catch {
    return (await room.match(request)) || Response.error()
  }
}

async function kept(request) {
  const room = await caches.open(ROOM)
  const known = await room.match(request)
  if (known) return known
  const response = await fetch(request)
  if (response.ok) await room.put(request, response.clone())
  return response
}

async function fromRoom(path) {
  const room = await caches.open(ROOM)
  return (await room.match(path)) || Response.error()
}
`
