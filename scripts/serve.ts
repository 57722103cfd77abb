// The web process: Next behind a server whose patience with slow clients is ours.
import next from 'next'
import { putOnEveryAnswer } from './serve/every-answer'
import { patience, patientServer } from './serve/patient-server'
import { explainRenewal, refuseAddress } from './serve/refusals'
import { refuseBody } from './serve/refuse-body'
import { settleSenderAddress } from './serve/sender-address'
import { obeyParent } from './start/obey-parent'
import { isReadableAddress } from './start/readable-address'

const port = Number(process.env.PORT)
const dev = process.env.NODE_ENV !== 'production'
const trustedProxies = Number(process.env.TRUSTED_PROXIES ?? 0)
const app = next({ dev, dir: process.cwd(), port, quiet: !dev })
/** What anything here is asked by; others, such as TRACE, would only find out how the framework fails. */
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS']
const isTaken = (method = '') => methods.includes(method)
// The development server tells the browser of changes over a connection that may be silent for long.
const limits = dev ? { ...patience, silence: 0 } : patience
const server = patientServer((request, response) => {
  putOnEveryAnswer(response)
  const address = request.url ?? '/'
  if (!isTaken(request.method)) {
    response.writeHead(405, { allow: methods.join(', '), connection: 'close' }).end()
    return
  }
  settleSenderAddress(request, { trustedProxies })
  // Whatever stands in a QR code, who scans it reads an answer in words: these routes read addresses as they are.
  const ahead = answerAhead?.({ request, response })
  if (!ahead && (refuseBody({ request, response }) || refuseStranger?.({ request, response }))) return
  if (!ahead && !isReadableAddress(address)) return refuseAddress({ request, response })
  if (!ahead) explainRenewal({ request, response })
  const answered = ahead ?? handle(request, response)
  answered.catch((error: unknown) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
}, limits)

obeyParent(async () => {
  setTimeout(() => server.closeAllConnections(), 1_200).unref()
  server.closeIdleConnections()
  await new Promise(resolve => server.close(resolve))
})
await app.prepare()
const handle = app.getRequestHandler()
// Loaded late, since what is behind them asks for what Next sets up; while developing, Next itself answers.
const refuseStranger = dev ? null : (await import('./serve/refuse-stranger')).refuseStranger
const answerAhead = dev ? null : (await import('./serve/answer-ahead')).answerAhead
if (dev) {
  const upgrade = app.getUpgradeHandler()
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
}
server.listen(port)
