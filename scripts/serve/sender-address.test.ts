import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { settleSenderAddress } from './sender-address'

const from = (remoteAddress: string | undefined, claimed?: string) => ({
  headers: { ...(claimed && { 'x-forwarded-for': claimed }) } as Record<string, string>,
  socket: { remoteAddress } as Socket,
})

test.each([
  ['written by a client, with no proxy of ours in front', from('192.0.2.7', '10.0.0.1'), 0, '192.0.2.7'],
  ['none, with no proxy in front', from('192.0.2.7'), 0, '192.0.2.7'],
  ['written by a client whose connection has ended', from(undefined, '10.0.0.1'), 0, undefined],
  ['written by our own proxy', from('127.0.0.1', '198.51.100.4'), 1, '198.51.100.4'],
])('a forwarded address %s', (_, request, trustedProxies, counts) => {
  settleSenderAddress(request, { trustedProxies })
  expect(request.headers['x-forwarded-for']).toBe(counts)
})
