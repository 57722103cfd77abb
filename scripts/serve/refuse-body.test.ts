import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseBody } from './refuse-body'

let server: Server
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!refuseBody({ request, response })) request.resume().on('end', () => response.end('taken'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

async function send({ size, chunked = false }: { size: number; chunked?: boolean }) {
  const { port } = server.address() as AddressInfo
  const headers: Record<string, string> = chunked
    ? { 'transfer-encoding': 'chunked' }
    : { 'content-length': String(size) }
  const sent = ask({ host: '127.0.0.1', port, path: '/sign-in', method: 'POST', headers })
  // Whoever sends more than is read away is hung up on.
  sent.on('error', () => {})
  sent.end(Buffer.alloc(size, 'x'))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, said: await text(answer) }
}

test('what a form of ours may hold is taken', async () => {
  expect(await send({ size: 256 * 1024 })).toEqual({ status: 200, said: 'taken' })
})

test.each([256 * 1024 + 1, 2_000_000, 7_000_000])('%d bytes get a sentence, not an error', async size => {
  expect(await send({ size })).toMatchObject({ status: 413, said: expect.stringContaining('太长') })
})

test('a body that does not say its length gets a sentence, too', async () => {
  expect(await send({ size: 1_000, chunked: true })).toMatchObject({ status: 411 })
})

test('after a refusal the next request is answered', async () => {
  await send({ size: 9_000_000 }).catch(() => {})
  expect(await send({ size: 1_000 })).toEqual({ status: 200, said: 'taken' })
})
