import type { ServerResponse } from 'node:http'
import { strictTransportSecurity } from '../../lib/platform/content-security-policy'

/**
 * What every answer carries, whoever gives it: files of the build, refusals ahead of the framework, errors.
 * Pages and routes put their own policy in its place (proxy.ts).
 */
export function putOnEveryAnswer(response: Pick<ServerResponse, 'setHeader'>): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Content-Security-Policy', "base-uri 'none'; frame-ancestors 'none'; object-src 'none'")
  const transport = strictTransportSecurity()
  if (transport) response.setHeader('Strict-Transport-Security', transport)
}
