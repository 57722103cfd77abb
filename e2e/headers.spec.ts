import { pagesAndRoutes } from './authorisation/pages-and-routes'
import { makeWorld, type Role, visitorOf } from './authorisation/world'
import { expect, test } from './support/journey'

/** What is the same for everybody: caches may keep it. */
const published = [
  'app/.well-known/jwks.json/route.ts',
  'app/api/v1/openapi.json/route.ts',
  'app/api/v1/status-lists/[id]/route.ts',
  'app/fonts/[file]/route.ts',
  'app/fonts/characters/[hex]/route.ts',
  'app/fonts/rare.css/route.ts',
  'app/offline/service-worker.js/route.ts',
  'app/verify/app.webmanifest/route.ts',
  'app/verify/service-worker.js/route.ts',
]

test('every answer tells the browser to keep it to itself', async ({ service }) => {
  const world = await makeWorld(service)
  const doors = Object.entries(pagesAndRoutes).filter(
    ([file, { gives }]) =>
      // Where a GET gives nobody anything, there is nothing to keep.
      Object.values(gives).includes('yes') &&
      !published.includes(file) &&
      !file.startsWith('app/transparency'),
  )
  const found: Record<string, string[]> = {}
  for (const [file, { at, gives }] of doors) {
    const role = (Object.keys(gives) as Role[]).find(one => gives[one] === 'yes') ?? 'anonymous'
    const { headers } = await visitorOf({ role, world, address: service.address }).visit(at(world.places))
    const missing = whatIsMissing(headers)
    if (missing.length > 0) found[file] = missing
  }
  expect(found).toEqual({})
})

function whatIsMissing(headers: Headers): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  const scripts = /script-src [^;]*/.exec(policy)?.[0] ?? ''
  const wanted: Record<string, boolean> = {
    'no-store': /\bno-store\b/.test(headers.get('cache-control') ?? ''),
    nosniff: headers.get('x-content-type-options') === 'nosniff',
    opener: headers.get('cross-origin-opener-policy') === 'same-origin',
    resource: headers.get('cross-origin-resource-policy') === 'same-origin',
    referrer: headers.get('referrer-policy') === 'same-origin',
    permissions: /microphone=\(\), geolocation=\(\)/.test(headers.get('permissions-policy') ?? ''),
    frames: policy.includes("frame-ancestors 'none'"),
    scripts: !/unsafe-(inline|eval)|https?:|\*/.test(scripts),
    'nothing about the program': !headers.has('x-powered-by') && !headers.has('server'),
  }
  return Object.keys(wanted).filter(name => !wanted[name])
}

test('who publishes for everybody says so', async ({ service }) => {
  for (const path of ['/.well-known/jwks.json', '/api/v1/openapi.json', '/api/v1/status-lists/1']) {
    const { headers } = await fetch(`${service.address}${path}`)
    expect(headers.get('cross-origin-resource-policy'), path).toBe('cross-origin')
    expect(headers.get('cache-control'), path).toContain('public')
  }
})

test('a body larger than any form of ours is refused before it is read', async ({ service }) => {
  const body = 'x'.repeat(1_100_000)
  const check = await fetch(`${service.address}/api/v1/verify`, { method: 'POST', body }).catch(() => null)
  // The connection may already be closed while we still send.
  expect(check?.status ?? 413).toBe(413)
  const form = new FormData()
  form.set('phone', body)
  const answer = await fetch(`${service.address}/sign-in`, { method: 'POST', body: form })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('太长')
})
