/**
 * What a page of ours may load and do (W3C CSP 3): scripts by a number that only this answer knows, and nothing
 * from anybody else.
 *
 * @param nonce 16 random bytes in base64, new for each answer
 */
export function contentSecurityPolicy(nonce: string): string {
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

/**
 * HTTPS for two years, here and below this host. Read at each request, since a build does not know where it will
 * serve. Neighbours under the same domain decide for themselves.
 */
export function strictTransportSecurity(): string | null {
  return process.env.PUBLIC_URL?.startsWith('https://') ? 'max-age=63072000; includeSubDomains' : null
}
