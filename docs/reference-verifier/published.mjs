// Reads what the service publishes: its keys (RFC 7517, RFC 8037) and its lists of states (W3C Bitstring Status List,
// a JWT of RFC 7515 signed with Ed25519).

import { createPublicKey, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'

const LIST_LENGTH = 131_072
const STATUS_BITS = 2
const LIST_BYTES = (LIST_LENGTH * STATUS_BITS) / 8
const statuses = ['valid', 'revoked', 'superseded']

/** The published keys by their id; whatever is no Ed25519 key is left out. */
export function readKeys(jwks) {
  const ours = jwks.keys.filter(({ kty, crv, kid }) => kty === 'OKP' && crv === 'Ed25519' && kid)
  return new Map(
    ours.map(({ kid, x, revoked }) => [
      kid,
      {
        publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
        isWithdrawn: revoked !== undefined,
      },
    ]),
  )
}

/** Whether a published key made this signature. */
export function isSignedBy({ publicKey }, { toBeSigned, signature }) {
  return verify(null, toBeSigned, publicKey, signature)
}

/** In which list a place stands, from 1. */
export function listNumberOf(place) {
  return Math.floor(place / LIST_LENGTH) + 1
}

/**
 * The state at a place of a list, and of when the list is; null for a list that no published key signed or that is
 * another than was asked for, so that nobody can put an old or a foreign list in its place unseen.
 */
export function readState({ jwt, keys, place }) {
  const [head, claims, signature, ...more] = jwt.trim().split('.')
  if (!signature || more.length > 0) return null
  const { alg, kid } = fromJson(head)
  const key = keys.get(kid)
  if (alg !== 'EdDSA' || !key || key.isWithdrawn) return null
  const signed = {
    toBeSigned: Buffer.from(`${head}.${claims}`),
    signature: Buffer.from(signature, 'base64url'),
  }
  if (!isSignedBy(key, signed)) return null
  const { id, iat, exp, credentialSubject } = fromJson(claims)
  if (!id.endsWith(`/api/v1/status-lists/${listNumberOf(place)}`)) return null
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'), {
    maxOutputLength: LIST_BYTES,
  })
  if (bits.length !== LIST_BYTES) return null
  const bit = (place % LIST_LENGTH) * STATUS_BITS
  const state = (bits[bit >> 3] >> (8 - STATUS_BITS - (bit & 7))) & 0b11
  return { status: statuses[state], asOf: new Date(iat * 1_000), until: new Date(exp * 1_000) }
}

function fromJson(part) {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
}
