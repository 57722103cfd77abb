import { connect } from 'node:net'
import { pagesAndRoutes } from './authorisation/pages-and-routes'
import { makeWorld, type Role, visitorOf, type World } from './authorisation/world'
import { expect, test as journey } from './support/journey'
import { openVisitor } from './support/visitor'

// What protects every answer and every request, seen from outside (docs/security.md, Web).

const test = journey.extend<Record<never, never>, { world: World }>({
  world: [
    async ({ service }, use) => {
      await use(await makeWorld(service))
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

test('the camera opens on the scanner’s pages and on no other', async ({ service, world }) => {
  const withCamera: string[] = []
  for (const [file, { at, gives }] of Object.entries(pagesAndRoutes)) {
    const role = (Object.keys(gives) as Role[]).find(one => gives[one] === 'yes')
    if (!role) continue
    const { headers } = await visitorOf({ role, world, address: service.address }).visit(at(world.places))
    const permissions = headers.get('permissions-policy') ?? ''
    expect(permissions, file).toMatch(/^camera=\((self)?\), microphone=\(\), geolocation=\(\)/)
    if (permissions.includes('camera=(self)')) withCamera.push(file)
  }
  expect(withCamera.sort()).toEqual(['app/verify/offline/page.tsx', 'app/verify/page.tsx'])
})

test('only what is published for everybody can be read by scripts of other sites, and without their cookies', async ({
  service,
}) => {
  const published = ['/api/v1/openapi.json', '/.well-known/jwks.json', '/api/v1/status-lists/1']
  for (const path of ['/', '/api/v1/health', '/sign-in', '/v/none', ...published]) {
    const { headers } = await fetch(`${service.address}${path}`, {
      headers: { origin: 'https://evil.example' },
    })
    expect(headers.get('access-control-allow-origin'), path).toBe(published.includes(path) ? '*' : null)
    expect(headers.get('access-control-allow-credentials'), path).toBeNull()
  }
})

test('files of the build and refusals carry what every answer carries', async ({ service }) => {
  const { text } = await openVisitor(service.address).visit('/')
  const [script = ''] = /\/_next\/static\/[^"]+\.js/.exec(text) ?? []
  expect(script).not.toBe('')
  for (const path of [
    script,
    '/staff/%zz',
    '/nowhere',
    '/_next/static/chunks',
    '/.git/config',
    '/package.json',
  ]) {
    const { headers, status } = await fetch(`${service.address}${path}`)
    expect(status, path).toBe(path === script ? 200 : path === '/staff/%zz' ? 400 : 404)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
  }
})

test('TRACE gives nothing back', async ({ service }) => {
  const answer = await rawRequest(
    service.address,
    'TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Secret: abc\r\n\r\n',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 405 /)
  expect(answer).not.toContain('abc')
})

test('what is sent from elsewhere, or from nowhere, is refused by every route that takes a form', async ({
  service,
  world,
}) => {
  const { shown } = world.places
  const senders: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ]
  const body = 'digits=12345678&word=abc'
  const refused = '/problem?because=not-our-page'
  for (const from of senders) {
    const headers = { ...from, 'content-type': 'application/x-www-form-urlencoded' }
    const post = (role: Role, path: string) =>
      visitorOf({ role, world, address: service.address }).visit(path, { method: 'POST', headers, body })
    expect((await post('anonymous', '/print/certificate.pdf')).location).toBe(refused)
    expect((await post('anonymous', '/v/none')).location).toBe('/v/none')
    expect((await post('anonymous', '/api/auth/signout')).status).toBe(422)
    const exported = await post('auditor', '/staff/audit/exports/none/file')
    const upload = await post('resident', `/applications/${shown}/documents/upload`)
    if ('origin' in from) expect([exported.location, upload.location]).toEqual([refused, refused])
    else {
      expect(exported.status).toBe(404)
      expect(upload.location).toContain('problem=not-our-page')
    }
  }
})

test('a form of ours that another site sends leads to a sentence, not to an error of the framework', async ({
  service,
}) => {
  const visitor = openVisitor(service.address)
  const [form] = (await visitor.forms('/sign-in')).filter(({ method }) => method === 'post')
  if (!form) throw new Error('the page to sign in has a form')
  for (const origin of ['https://evil.example', 'null', 'nonsense']) {
    const headers = { origin, 'sec-fetch-site': 'cross-site' }
    const { status, location } = await visitor.submit(form, { phone: '13612370101' }, { headers })
    expect([status, location], origin).toEqual([303, '/problem?because=not-our-page'])
  }
})

test('a photo of nine megabytes is read, and forty-two are refused before', async ({ service, world }) => {
  const path = `/applications/${world.places.shown}/documents/upload`
  const send = (megabytes: number) => {
    const body = new FormData()
    body.set('field', 'nothing')
    body.set('file', new Blob([new Uint8Array(megabytes * 1_000_000)]), 'photo.jpg')
    const headers = { origin: service.address, 'sec-fetch-site': 'same-origin' }
    return visitorOf({ role: 'resident', world, address: service.address }).visit(path, {
      method: 'POST',
      headers,
      body,
    })
  }
  const read = await send(9)
  expect(read.status).toBe(303)
  expect(read.location).not.toContain('too-large')
  const refused = await send(43).catch(() => null)
  // The connection may already be closed while we still send.
  expect(refused?.status ?? 413).toBe(413)
})

test('a limit says how much is left, and when to come back', async ({ service }) => {
  const headers = { 'x-forwarded-for': '192.0.2.200' }
  const { headers: first } = await fetch(`${service.address}/api/v1/deadlines?start=x`, { headers })
  expect(first.get('ratelimit-policy') ?? '"address"').toContain('"address"')
  const question = () =>
    fetch(`${service.address}/api/v1/verify`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ number: '42020200000000000000', checkCode: 'AAAA' }),
    })
  let answer = await question()
  for (let asked = 1; asked < 400 && answer.status !== 429; asked += 1) answer = await question()
  expect(answer.status).toBe(429)
  expect(answer.headers.get('ratelimit')).toMatch(/^"address";r=0;t=\d+$/)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

/** What a server answers to bytes that no client library would send. */
async function rawRequest(address: string, text: string): Promise<string> {
  const { hostname, port } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) }, () => socket.end(text))
  let answer = ''
  for await (const piece of socket) answer += piece
  return answer
}
