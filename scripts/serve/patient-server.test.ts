import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { patientServer } from './patient-server'

// As short as keeps a test quick: what is tested is that the server ends the connection by itself.
const impatience = { headers: 100, request: 200, silence: 300, keepAlive: 100, check: 20 }
const open: { server: Server; sockets: Socket[] }[] = []

afterEach(() => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy()
    server.closeAllConnections()
    server.close()
  }
})

const greet: RequestListener = (request, response) => {
  request.resume()
  request.on('end', () => response.end('hello'))
}

async function serve(listener: RequestListener) {
  const server = patientServer(listener, impatience).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sockets: Socket[] = []
  open.push({ server, sockets })
  const call = (text: string) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(text))
    sockets.push(socket.on('error', () => {}))
    return socket
  }
  return { server, port, call }
}

/** All that the server says until it ends the connection. */
async function lastWords(socket: Socket): Promise<string> {
  let said = ''
  socket.on('data', piece => (said += piece))
  await once(socket, 'close')
  return said
}

test('who never ends the head of a request is let go, and others are answered meanwhile', async () => {
  const { port, call } = await serve(greet)
  const slow = Array.from({ length: 200 }, () => call('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '))
  const ends = slow.map(lastWords)
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  expect(await answer.text()).toBe('hello')
  for (const said of await Promise.all(ends)) expect(said).toMatch(/^HTTP\/1\.1 408 /)
})

test('who announces a body and sends none of it is let go', async () => {
  const { call } = await serve(greet)
  const said = await lastWords(call('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx'))
  expect(said).toMatch(/^HTTP\/1\.1 408 /)
})

test('who asks for much and takes none of it is let go', async () => {
  const { server, call } = await serve((_request, response) => response.end(Buffer.alloc(60_000_000)))
  const taken = once(server, 'connection')
  call('GET / HTTP/1.1\r\nHost: a\r\n\r\n').pause()
  const [connection] = (await taken) as [Socket]
  await once(connection, 'close')
  expect(connection.destroyed).toBe(true)
})
