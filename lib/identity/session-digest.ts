import { createHash } from 'node:crypto'

/** What is kept of a session's secret, and names its holder to row-level security. */
export function sessionDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
