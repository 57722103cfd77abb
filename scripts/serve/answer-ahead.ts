import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { answersAhead } from '@/app/_ahead/answer-ahead'
import { contentSecurityPolicy, strictTransportSecurity } from '@/lib/platform/content-security-policy'
import nextConfig from '../../next.config.js'

type Exchange = { request: IncomingMessage; response: ServerResponse }

const smallestToCompress = 1_024
const compress = promisify(gzip)

/** Whether this request is answered here; if not, nothing was done and the framework is to be asked. */
export function answerAhead({ request, response }: Exchange): Promise<void> | null {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const answering = answersAhead({ method: request.method ?? '', path: url.pathname })
  return answering && answerWith({ request, response, answering, url })
}

async function answerWith({
  request,
  response,
  answering,
  url,
}: Exchange & { url: URL; answering: NonNullable<ReturnType<typeof answersAhead>> }): Promise<void> {
  const answer = await answering(asWebRequest({ request, url }))
  const body = Buffer.from(await answer.arrayBuffer())
  const head = Object.fromEntries([...(await everyAnswer()), ...answer.headers])
  const isCompressed = body.length >= smallestToCompress && accepts(request, 'gzip')
  const sent = isCompressed ? await compress(body) : body
  response.writeHead(answer.status, {
    ...head,
    ...(isCompressed && { 'content-encoding': 'gzip' }),
    vary: 'Accept-Encoding',
    'content-length': sent.length,
  })
  response.end(request.method === 'HEAD' ? undefined : sent)
}

/** As the framework would hand it over, the address of whoever asks included. */
function asWebRequest({ request, url }: { request: IncomingMessage; url: URL }): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value))
  }
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', request.socket.remoteAddress ?? '')
  // Links in QR codes are all capitals (next.config.js has the same for the framework).
  url.pathname = url.pathname.replace(/^\/V\//, '/v/')
  const { method = 'GET' } = request
  const hasBody = method === 'POST'
  return new Request(url, {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
  })
}

let headersOfConfiguration: [string, string][] | null = null

/** What every answer of the service carries: the headers of next.config.js and those of proxy.ts. */
async function everyAnswer(): Promise<[string, string][]> {
  headersOfConfiguration ??= await readConfiguration()
  const transport = strictTransportSecurity()
  return [
    ...headersOfConfiguration,
    ['x-request-id', randomUUID()],
    ['content-security-policy', contentSecurityPolicy(randomBytes(16).toString('base64'))],
    ...(transport ? [['strict-transport-security', transport] as [string, string]] : []),
  ]
}

async function readConfiguration(): Promise<[string, string][]> {
  const rules = (await nextConfig.headers?.()) ?? []
  const everywhere = rules.find(({ source }) => source === '/:path*')
  if (!everywhere) throw new Error('next.config.js says no headers for every path')
  return everywhere.headers.map(({ key, value }) => [key.toLowerCase(), value])
}

function accepts({ headers }: IncomingMessage, coding: string): boolean {
  return String(headers['accept-encoding'] ?? '').includes(coding)
}
