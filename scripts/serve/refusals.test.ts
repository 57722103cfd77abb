import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainRenewal, refuseAddress } from './refusals'

let server: Server
let address: string

/** Behaves as the framework does: a header of its own, a length, and the head written before the body. */
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.includes('%00')) return refuseAddress({ request, response })
    explainRenewal({ request, response })
    const isKnown = request.url === '/known'
    if (!isKnown) response.setHeader('x-nextjs-action-not-found', '1')
    response.setHeader('content-type', 'text/plain')
    response.setHeader('content-length', 26)
    response.statusCode = isKnown ? 200 : 409
    if (request.url === '/head-first') response.writeHead(409)
    response.end('Server Action unavailable.')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

const post = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${address}${path}`, { method: 'POST', headers: { 'accept-language': 'en', ...headers } })

test.each(['/apply', '/head-first'])('a form of an earlier version gets a page: %s', async path => {
  const answer = await post(path)
  expect(answer.status).toBe(409)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const said = await answer.text()
  expect(said).toContain('The service was renewed meanwhile')
  expect(said).not.toContain('Server Action')
  expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(said))
})

test('scripts of ours and forms that are known hear what the framework says', async () => {
  const asked = await post('/apply', { 'next-action': 'abc' })
  expect(await asked.text()).toBe('Server Action unavailable.')
  expect(asked.headers.has('x-nextjs-action-not-found')).toBe(true)
  expect(await (await post('/known')).text()).toBe('Server Action unavailable.')
})

test('an address with NUL gets a page in the language of who asks', async () => {
  const answer = await fetch(`${address}/staff/audit?person=%00`, { headers: { 'accept-language': 'zh' } })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('<h1>这个网址打不开</h1>')
})
