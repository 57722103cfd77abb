import { type NextRequest, NextResponse } from 'next/server'

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
  // object-src 'none' on a PDF's own answer keeps some browsers from showing it.
  const isPaper = request.nextUrl.pathname.endsWith('.pdf')
  response.headers.set(
    'content-security-policy',
    isPaper ? "base-uri 'none'; frame-ancestors 'none'" : policy,
  )
  if (isReachedByHttps()) response.headers.set('strict-transport-security', 'max-age=63072000')
  return response
}

/** Read at each request, since a build does not know where it will serve. Neighbours under the domain decide for themselves. */
function isReachedByHttps(): boolean {
  return process.env.PUBLIC_URL?.startsWith('https://') ?? false
}

function contentSecurityPolicy(nonce: string): string {
  const inDevelopment = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${inDevelopment ? ' ws:' : ''}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg|favicon.ico).*)'] }
