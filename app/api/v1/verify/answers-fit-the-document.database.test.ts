import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { type Certificate, reissueCertificate } from '@/lib/certificates'
import { aCertificate } from '@/lib/certificates/testing/a-certificate'
import { openApiDocument } from '../openapi.json/document'
import { POST as askBatch } from './batch/route'
import { POST as ask } from './route'

let database: TestDatabase
let certificate: Certificate
let superseded: Certificate
let addresses = 0
let address = '192.0.2.1'
vi.mock('@/app/_service', () => ({ service: () => database }))
vi.mock('@/app/_session/client-address', () => ({ clientAddressOf: () => address }))

beforeAll(async () => {
  database = await createTestDatabase()
  certificate = (await aCertificate(database)).certificate
  const { certificate: old, ofCase } = await aCertificate(database)
  await reissueCertificate({ number: old.number, viewer: ofCase.resident }, database)
  superseded = old
})
afterAll(() => database.drop())

const paths = { '/api/v1/verify': ask, '/api/v1/verify/batch': askBatch } as const

/** What the document says about an answer of a status: its content type and, as a check, its shape. */
function documented(path: keyof typeof paths, status: number) {
  const responses: Record<string, { content?: Record<string, { schema: object }>; headers?: object }> =
    openApiDocument.paths[path].post.responses
  const response = responses[status]
  if (!response) throw new Error(`the document says nothing of ${status}`)
  const [type = '', { schema } = { schema: {} }] = Object.entries(response.content ?? {})[0] ?? []
  const text = JSON.stringify({ ...schema, $defs: openApiDocument.components.schemas })
  const shape = z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')))
  return { type, shape, headers: Object.keys(response.headers ?? {}) }
}

/** Asks, and holds the answer against the document. */
async function post(path: keyof typeof paths, body: unknown) {
  const request = new Request(`https://dengji.example.cn${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = await paths[path](request)
  const { type, shape, headers } = documented(path, answer.status)
  const said: unknown = await answer.json()
  expect(answer.headers.get('content-type')).toBe(type)
  expect(shape.safeParse(said).error, JSON.stringify(said)).toBeUndefined()
  for (const header of headers) expect(answer.headers.get(header), header).not.toBeNull()
  return { status: answer.status, said, headers: answer.headers }
}

describe('the service answers as its document says', () => {
  test('about a genuine certificate, by token, link, and number with check code', async () => {
    const { token, verificationLink, number, checkCode } = certificate
    for (const question of [
      { token },
      { token: verificationLink, purpose: 'maternity insurance' },
      { number, checkCode },
    ]) {
      const { status, said, headers } = await post('/api/v1/verify', question)
      expect(status).toBe(200)
      expect(said).toMatchObject({ genuine: true, status: 'valid', reason: null, number })
      expect(headers.get('RateLimit')).toMatch(/^"address";r=\d+$/)
    }
  })

  test('about one that was replaced, and about none', async () => {
    expect((await post('/api/v1/verify', { token: superseded.token })).said).toMatchObject({
      status: 'superseded',
    })
    expect((await post('/api/v1/verify', { token: 'x' })).said).toMatchObject({ reason: 'unreadable' })
    const { said } = await post('/api/v1/verify', { number: '9'.repeat(20), checkCode: 'K7MQ' })
    expect(said).toMatchObject({ genuine: false, reason: 'not_found', number: null })
  })

  test('about many at once, in the order of the questions', async () => {
    const { number, checkCode } = certificate
    const questions = [{ token: 'x' }, { number, checkCode }, { token: superseded.token, purpose: '入托' }]
    const { status, said } = await post('/api/v1/verify/batch', { questions })
    expect(status).toBe(200)
    expect(said).toMatchObject({
      answers: [{ reason: 'unreadable' }, { status: 'valid' }, { status: 'superseded' }],
    })
  })

  test.each([
    ['/api/v1/verify', '{'],
    ['/api/v1/verify', {}],
    ['/api/v1/verify', { token: 1 }],
    ['/api/v1/verify', { token: 'x', purpose: 'long'.repeat(20) }],
    ['/api/v1/verify', { token: 'x', more: true }],
    ['/api/v1/verify/batch', { questions: [] }],
    ['/api/v1/verify/batch', { questions: Array.from({ length: 101 }, () => ({ token: 'x' })) }],
    ['/api/v1/verify/batch', { questions: [{ number: '1' }] }],
  ] as const)('%s refuses %j with 422 and a problem', async (path, body) => {
    expect((await post(path, body)).status).toBe(422)
  })

  test.each([
    ['/api/v1/verify', 4_097],
    ['/api/v1/verify/batch', 131_073],
  ] as const)('%s refuses %i bytes with 413', async (path, size) => {
    expect((await post(path, 'x'.repeat(size))).status).toBe(413)
  })

  test.each(Object.keys(paths) as (keyof typeof paths)[])(
    '%s says when to come back after too many questions',
    async path => {
      addresses += 1
      address = `198.51.100.${addresses}`
      const question = { number: '9'.repeat(20), checkCode: 'K7MQ' }
      const body = path.endsWith('batch') ? { questions: [question] } : question
      for (let round = 0; round < 60; round += 1) expect((await post(path, body)).status).toBe(200)
      const { status, headers } = await post(path, body)
      expect(status).toBe(429)
      expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
    },
  )
})
