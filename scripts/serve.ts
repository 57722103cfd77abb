// The web process: Next behind a server whose patience with slow clients is ours.
import { createServer } from 'node:http'
import next from 'next'
import { answerAhead } from './serve/answer-ahead'
import { obeyParent } from './start/obey-parent'
import { isReadableAddress } from './start/readable-address'

const port = Number(process.env.PORT)
const dev = process.env.NODE_ENV !== 'production'
const app = next({ dev, dir: process.cwd(), port, quiet: !dev })
/** Far more than any form of ours. A body without its length is cut by Next at the same size (next.config.js). */
const largestBody = 1024 * 1024
const server = createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) {
    response.writeHead(413, { connection: 'close' }).end()
    return
  }
  if (!isReadableAddress(request.url ?? '/')) {
    response.writeHead(400, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    response.end('这个网址不完整，请检查后再试。\nThis address is not complete: check it and try again.\n')
    return
  }
  const ahead = dev ? null : answerAhead({ request, response })
  const answered = ahead ?? handle(request, response)
  answered.catch((error: unknown) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
// A client that dribbles its request in holds a connection no longer than this.
server.headersTimeout = 15_000
server.requestTimeout = 30_000
server.keepAliveTimeout = 20_000

obeyParent(async () => {
  setTimeout(() => server.closeAllConnections(), 1_200).unref()
  server.closeIdleConnections()
  await new Promise(resolve => server.close(resolve))
})
await app.prepare()
const handle = app.getRequestHandler()
if (dev) {
  const upgrade = app.getUpgradeHandler()
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
}
server.listen(port)
