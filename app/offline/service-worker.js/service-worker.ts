/**
 * The service worker of residents as it is sent. It keeps one page, which tells nothing of anybody, and shows it
 * where a page of ours cannot be reached; all else goes its way. Pages with something personal are never kept.
 */
export const serviceWorker = `
const ROOM = 'offline-1'
const PAGE = '/offline'

self.addEventListener('install', event => event.waitUntil(prepare().then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil(leaveOtherRooms().then(() => self.clients.claim())))
self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(open(request))
  else if (request.url.includes('/_next/static/')) event.respondWith(known(request))
})

async function prepare() {
  const room = await caches.open(ROOM)
  const page = await fetch(PAGE)
  const parts = [...(await page.clone().text()).matchAll(/"(\\/_next\\/static\\/[^"\\\\]+\\.css)/g)]
  await room.addAll([...new Set(parts.map(([, part]) => part))])
  await room.put(PAGE, page)
}

async function leaveOtherRooms() {
  for (const name of await caches.keys()) if (name.startsWith('offline-') && name !== ROOM) await caches.delete(name)
}

async function open(request) {
  try {
    return await fetch(request)
  } catch {
    return (await (await caches.open(ROOM)).match(PAGE)) || Response.error()
  }
}

async function known(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(request)) || Response.error()
  }
}
`
