/**
 * The service worker as it is sent. It is plain JavaScript of a few lines, since it lives outside the pages' bundle:
 * what is published is fetched anew and kept as the last known; the page's own parts, whose names change with
 * their content, are kept as they are; a page of ours that cannot be reached, or that the service is too troubled
 * to answer, becomes the offline page.
 */
export const serviceWorker = `
const ROOM = 'verify-offline-2'
const PAGE = '/verify/offline'
const KEYS = '/.well-known/jwks.json'
const LISTS = '/api/v1/status-lists/'
const PATIENCE = 8000

self.addEventListener('install', event => event.waitUntil(prepare().then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil(leaveOtherRooms().then(() => self.clients.claim())))
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(open(event, pathname))
  else if (pathname === KEYS || pathname.startsWith(LISTS)) event.respondWith(freshest(request))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(kept(request))
})

async function prepare() {
  await keep(await fetch(PAGE, { credentials: 'omit' }))
  const room = await caches.open(ROOM)
  await room.add(KEYS)
  for (let list = 1; await room.add(LISTS + list).then(() => true, () => false); list += 1);
}

async function keep(page) {
  const room = await caches.open(ROOM)
  const text = await page.clone().text()
  const parts = [...text.matchAll(/"(\\/_next\\/static\\/[^"\\\\]+)/g)].map(([, part]) => part)
  for (const part of new Set(parts)) if (!(await room.match(part))) await room.add(part).catch(() => {})
  await room.put(PAGE, page)
}

async function leaveOtherRooms() {
  for (const name of await caches.keys()) if (name.startsWith('verify-') && name !== ROOM) await caches.delete(name)
}

async function open(event, pathname) {
  try {
    const response = await soon(fetch(event.request))
    if (response.ok && pathname === PAGE) event.waitUntil(keep(response.clone()).catch(() => {}))
    return response.status < 500 ? response : (await fromRoom()) || response
  } catch {
    return (await fromRoom()) || Response.error()
  }
}

async function freshest(request) {
  const room = await caches.open(ROOM)
  try {
    const response = await soon(fetch(request))
    if (response.ok) await room.put(request, response.clone())
    return response.status < 500 ? response : (await room.match(request)) || response
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

async function fromRoom() {
  return (await caches.open(ROOM)).match(PAGE)
}

function soon(answer) {
  return Promise.race([answer, new Promise((_, refuse) => setTimeout(refuse, PATIENCE))])
}
`
