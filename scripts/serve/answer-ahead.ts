import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { answersAhead } from '@/app/_ahead/answer-ahead'
import { contentSecurityPolicy, strictTransportSecurity } from '@/lib/platform/content-security-policy'
import nextConfig from '../../next.config.js'

type Exchange = { request: IncomingMessage; response: ServerResponse }

const smallestToCompress = 1_024
const largestBodyAhead = 131_072
const compress = promisify(gzip)

/** Whether this request is answered here; if not, nothing was done and the framework is to be asked. */
export function answerAhead({ request, response }: Exchange): Promise<void> | null {
  const address = request.url ?? '/'
  // Asked of the text: an address such as `//[` is none, and reading it would throw.
  const [path = ''] = address.split('?')
  const answering = answersAhead({ method: request.method ?? '', path })
  return answering && answerWith({ request, response, answering, url: new URL(address, 'http://localhost') })
}

async function answerWith({
  request,
  response,
  answering,
  url,
}: Exchange & { url: URL; answering: NonNullable<ReturnType<typeof answersAhead>> }): Promise<void> {
  const sent = request.method === 'POST' ? await readBody(request) : null
  const answer = await answering(asWebRequest({ request, url, body: sent }))
  const body = Buffer.from(await answer.arrayBuffer())
  const head = Object.fromEntries([...(await everyAnswer()), ...answer.headers])
  const isCompressed = body.length >= smallestToCompress && accepts(request, 'gzip')
  const packed = isCompressed ? await compress(body) : body
  response.writeHead(answer.status, {
    ...head,
    ...(isCompressed && { 'content-encoding': 'gzip' }),
    // What is still under way of a body that is too large would be taken for the next request.
    ...(sent && sent.length > largestBodyAhead && { connection: 'close' }),
    vary: 'Accept-Encoding',
    'content-length': packed.length,
  })
  response.end(request.method === 'HEAD' ? undefined : packed)
}

/**
 * What was sent with the request, up to one byte more than any of these routes takes: they say themselves that it
 * is too much. Handed over whole, since a stream costs as much again as all the rest of a small request.
 */
function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = []
  let size = 0
  return new Promise(resolve => {
    const finish = () => resolve(Buffer.concat(pieces))
    request.on('data', (piece: Buffer) => {
      pieces.push(piece)
      size += piece.length
      if (size <= largestBodyAhead) return
      request.pause()
      finish()
    })
    // Whoever hangs up half-way is answered as far as they came, and hears nothing of it.
    request.on('end', finish).on('close', finish).on('error', finish)
  })
}

/** As the framework would hand it over, the address of whoever asks included. */
function asWebRequest({
  request,
  url,
  body,
}: Pick<Exchange, 'request'> & { url: URL; body: Buffer<ArrayBuffer> | null }): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value))
  }
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', request.socket.remoteAddress ?? '')
  // Links in QR codes are all capitals (next.config.js has the same for the framework).
  url.pathname = url.pathname.replace(/^\/V\//, '/v/')
  return new Request(url, { method: request.method ?? 'GET', headers, body })
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
