import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, strictTransportSecurity } from '@/lib/platform/content-security-policy'

/**
 * Content security policy, a number for each request, and the path for the language link.
 * It never decides who may do what: each page, action and route asks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const requestId = crypto.randomUUID()
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)

  const forwarded = new Headers(request.headers)
  forwarded.set('x-request-id', requestId)
  forwarded.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  // Next reads the nonce from this header and puts it on its own scripts.
  forwarded.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers: forwarded } })
  response.headers.set('x-request-id', requestId)
  response.headers.set('content-security-policy', policyOfFile(request.nextUrl.pathname) ?? policy)
  const transport = strictTransportSecurity()
  if (transport) response.headers.set('strict-transport-security', transport)
  return response
}

/** What is not a page of ours but a file: a paper to print, a picture that somebody showed. */
function policyOfFile(path: string): string | null {
  // object-src 'none' on a PDF's own answer keeps some browsers from showing it.
  if (path.endsWith('.pdf')) return "base-uri 'none'; frame-ancestors 'none'"
  const isPicture = /\/documents\/[^/]+\/\d+$/.test(path)
  return isPicture ? "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox" : null
}

/** An upload passes by: what passes through here is kept whole in memory first, and is short (next.config.js). */
export const config = {
  matcher: ['/((?!_next/static|_next/image|icon.svg|favicon.ico|applications/[^/]+/documents/upload).*)'],
}
