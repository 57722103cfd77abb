import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import type { Certificate } from '@/lib/certificates'
import { aCertificate } from '@/lib/certificates/testing/a-certificate'
import { answerAhead } from './answer-ahead'

let database: TestDatabase
let certificate: Certificate
let server: Server
vi.mock('@/app/_service', () => ({ service: () => database }))

beforeAll(async () => {
  database = await createTestDatabase()
  certificate = (await aCertificate(database)).certificate
  server = createServer((request, response) => {
    answerAhead({ request, response }) ?? response.writeHead(418).end('the framework is asked')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  await database.drop()
})

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer; chunked?: boolean }

async function send(path: string, { method = 'GET', headers = {}, body, chunked = false }: Sent = {}) {
  const { port } = server.address() as AddressInfo
  const length = body && !chunked ? { 'content-length': String(Buffer.byteLength(body)) } : {}
  const sent = ask({ host: '127.0.0.1', port, path, method, headers: { ...headers, ...length } })
  // A server that has said no before all was sent may hang up on the rest.
  sent.on('error', () => {})
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, headers: answer.headers, said: await text(answer) }
}

const post = (body: string, more: Sent = {}) => send('/api/v1/verify', { method: 'POST', body, ...more })

describe('a check is answered ahead of the framework', () => {
  test('with what every answer of the service carries', async () => {
    const { status, said, headers } = await post(JSON.stringify({ token: certificate.token }))
    expect(status).toBe(200)
    expect(JSON.parse(said)).toMatchObject({ genuine: true, status: 'valid', number: certificate.number })
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
    expect(headers.ratelimit).toMatch(/^"address";r=\d+$/)
    expect(headers['cache-control']).toBe('no-store')
  })

  test.each([
    ['of a length that it says', 5_000, false],
    ['of a length that it does not say', 5_000, true],
    ['without end', 3_000_000, true],
  ])('and a body %s that is too large is refused as such', async (_, size, chunked) => {
    const { status, said } = await post('x'.repeat(size), { chunked })
    expect(status).toBe(413)
    expect(JSON.parse(said)).toMatchObject({ type: '/problems/body-too-large' })
    expect((await post('{}')).status).toBe(422)
  })

  test.each(['', '{', '\u0000', '{"token":"\\ud800"}', '{"token":"'])(
    'and %j is a question badly asked or a token that nobody can read',
    async body => {
      const { status, said } = await post(body)
      expect([200, 422]).toContain(status)
      expect(said).toMatch(/"unreadable"|\/problems\/invalid-request/)
    },
  )
})

describe('a scan is answered ahead of the framework', () => {
  test('by the link as it stands in the QR code, in the language of whoever asks', async () => {
    const path = new URL(certificate.verificationLink).pathname
    expect(path).toMatch(/^\/V\//)
    const chinese = await send(path, { headers: { 'accept-language': 'zh-CN' } })
    expect(chinese.said).toContain('<h1>有效</h1>')
    const english = await send(path, { headers: { 'accept-language': 'en', cookie: 'a=b' } })
    expect(english.said).toContain('<html lang="en">')
    expect(english.headers['content-security-policy']).toContain("object-src 'none'")
  })

  test('smaller for who can read it compressed, and with no body for who only looks', async () => {
    const path = `/v/${certificate.token}`
    const packed = await send(path, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(Number(packed.headers['content-length'])).toBeLessThan(8_000)
    expect(await send(path, { method: 'HEAD' })).toMatchObject({ status: 200, said: '' })
  })

  test.each(['x', '%00', '%ff', 'a'.repeat(10_000), '%3Cscript%3E', '..%2F..%2Fetc'])(
    'and %j is unreadable, not an error',
    async token => {
      const { status, said } = await send(`/v/${token}`, { headers: { 'accept-language': 'en' } })
      expect(status).toBe(200)
      expect(said).toContain('class="answer unknown"')
      expect(said).not.toContain('<script')
    },
  )
})

test.each([
  ['GET', '/'],
  ['GET', '/api/v1/verify'],
  ['DELETE', '/v/abc'],
  ['GET', '/v/'],
  ['GET', '/v/a/b'],
  ['POST', '/verify'],
])('%s %s is left to the framework', async (method, path) => {
  expect((await send(path, { method })).status).toBe(418)
})
