import type { IncomingMessage } from 'node:http'

/**
 * Without a proxy of ours in front nobody vouches for a forwarded address: that of the connection takes its
 * place, or a client could write a new one for each request and pass every limit.
 *
 * @param trustedProxies how many proxies in front are ours (TRUSTED_PROXIES)
 */
export function settleSenderAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  { trustedProxies }: { trustedProxies: number },
): void {
  if (trustedProxies > 0) return
  delete request.headers['x-forwarded-for']
  if (request.socket.remoteAddress) request.headers['x-forwarded-for'] = request.socket.remoteAddress
}
