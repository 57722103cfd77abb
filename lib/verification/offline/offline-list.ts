import { fromBase64url } from './base64url'
import { isSignedBy, type OfflineKey } from './published-keys'

/** A list of states as it was last fetched: as of when, until when it can be used, and its bits. */
export type OfflineList = { asOf: Date; until: Date; bits: Uint8Array }

/** As the service publishes them (lib/certificates/status-list). */
export const LIST_LENGTH = 131_072
const STATUS_BITS = 2
const statuses = ['valid', 'revoked', 'superseded'] as const
export type OfflineStatus = (typeof statuses)[number]

/** Reads a signed list with the published keys; null for one that none of them signed, or that is another list. */
export async function readOfflineList({
  jwt,
  keys,
  number,
}: {
  jwt: string
  keys: readonly OfflineKey[]
  number: number
}): Promise<OfflineList | null> {
  const [head = '', claims = '', signature = '', ...more] = jwt.split('.')
  const [header, body] = [readJson(head), readJson(claims)]
  const key = keys.find(({ kid }) => kid === header?.kid)
  const signatureBytes = fromBase64url(signature)
  if (more.length > 0 || header?.alg !== 'EdDSA' || !key || key.revoked || !signatureBytes) return null
  const signed = new TextEncoder().encode(`${head}.${claims}`)
  if (!(await isSignedBy({ key, signature: signatureBytes, signed }))) return null
  const { id, iat, exp, credentialSubject } = body ?? {}
  if (typeof id !== 'string' || !id.endsWith(`/api/v1/status-lists/${number}`)) return null
  if (typeof iat !== 'number' || typeof exp !== 'number') return null
  const bits = await readBits(credentialSubject)
  return bits && { asOf: new Date(iat * 1_000), until: new Date(exp * 1_000), bits }
}

/** The state at a place of a list; null for a place that it does not have. */
export function statusIn({
  list,
  statusIndex,
}: {
  list: OfflineList
  statusIndex: number
}): OfflineStatus | null {
  const place = statusIndex % LIST_LENGTH
  const inByte = 8 / STATUS_BITS
  const byte = list.bits[Math.floor(place / inByte)]
  if (byte === undefined) return null
  return statuses[(byte >> (8 - STATUS_BITS - (place % inByte) * STATUS_BITS)) & 0b11] ?? null
}

/** The number of the list in which a certificate stands, from 1. */
export function listNumberOf(statusIndex: number): number {
  return Math.floor(statusIndex / LIST_LENGTH) + 1
}

async function readBits(subject: unknown): Promise<Uint8Array | null> {
  const encoded =
    typeof subject === 'object' && subject !== null && 'encodedList' in subject ? subject.encodedList : null
  if (typeof encoded !== 'string' || !encoded.startsWith('u')) return null
  const packed = fromBase64url(encoded.slice(1))
  if (!packed) return null
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  const bits = new Uint8Array(await new Response(unpacked).arrayBuffer())
  return bits.length === (LIST_LENGTH * STATUS_BITS) / 8 ? bits : null
}

function readJson(part: string): Record<string, unknown> | null {
  const bytes = fromBase64url(part)
  if (!bytes) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
