import { sign } from 'node:crypto'
import type { SigningKey } from '../keys/signing-key'

/** A JWT (RFC 7519) signed with Ed25519 (RFC 8037). */
export function signJwt({
  key,
  type,
  claims,
}: {
  key: SigningKey
  type: string
  claims: Record<string, unknown>
}): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const toBeSigned = `${encode({ alg: 'EdDSA', typ: type, kid: key.keyId })}.${encode(claims)}`
  return `${toBeSigned}.${sign(null, Buffer.from(toBeSigned), key.privateKey).toString('base64url')}`
}
