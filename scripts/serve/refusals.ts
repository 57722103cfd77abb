import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Refusal, refusalHeaders, refusalPage } from '@/app/_ahead/refusal-page'

type Exchange = { request: IncomingMessage; response: ServerResponse }

/** Answers an address that cannot be read as text with a page that leads on. */
export function refuseAddress({ request, response }: Exchange): void {
  const page = pageFor(request, 'unreadable')
  response.writeHead(400, { ...refusalHeaders, 'content-length': page.length })
  response.end(request.method === 'HEAD' ? undefined : page)
}

/**
 * A form from before an upgrade names an action that is not there any more, which the framework answers with a
 * bare English line: a page that says so goes out in its place. Scripts of ours ask with `next-action` and have
 * words of their own for it (app/error.tsx).
 */
export function explainRenewal({ request, response }: Exchange): void {
  if (request.method !== 'POST' || request.headers['next-action'] !== undefined) return
  let page: Buffer | null = null
  const prepare = () => {
    if (page || response.headersSent || !response.hasHeader('x-nextjs-action-not-found')) return
    page = pageFor(request, 'renewed')
    for (const [name, value] of Object.entries(refusalHeaders)) response.setHeader(name, value)
    response.removeHeader('x-nextjs-action-not-found')
    response.removeHeader('etag')
    response.setHeader('content-length', page.length)
  }
  const { writeHead, end } = response
  // The framework packs what it sends, and writes the head before it hands the body over.
  response.writeHead = (...head: unknown[]) => {
    prepare()
    return Reflect.apply(writeHead, response, head)
  }
  response.end = (...last: unknown[]) => {
    prepare()
    return Reflect.apply(end, response, page ? [page] : last)
  }
}

function pageFor({ url = '/', headers }: IncomingMessage, why: Refusal): Buffer {
  const asked = new Headers()
  for (const name of ['cookie', 'accept-language'] as const) {
    if (headers[name] !== undefined) asked.set(name, headers[name])
  }
  return Buffer.from(refusalPage({ why, address: url, headers: asked }))
}
