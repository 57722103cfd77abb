import { createHash } from 'node:crypto'

/**
 * The digest of a random secret in a cookie or a link, which is all that the database keeps of it. Only for secrets
 * too long to guess: a short code is digested with a key (personalLookup).
 */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
