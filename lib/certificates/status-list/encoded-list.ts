import { gunzipSync, gzipSync } from 'node:zlib'
import type { Certificate } from '../write-certificate'

/** How many certificates a list holds: what the standard asks for at least, so that nobody stands alone in one. */
export const LIST_LENGTH = 131_072
/** Two bits a certificate: valid, revoked, superseded. */
export const STATUS_BITS = 2
const IN_A_BYTE = 8 / STATUS_BITS

/** What the two bits say; the order is published and never changes. */
export const statusValues = ['valid', 'revoked', 'superseded'] as const satisfies Certificate['status'][]

/** The list in which a certificate stands, from 1. */
export function listOf(statusIndex: number): number {
  return Math.floor(statusIndex / LIST_LENGTH) + 1
}

/** Writes a list as the standard wants it: the first certificate in the highest bits, gzip, base64url behind `u`. */
export function encodeList(ended: readonly { place: number; status: Certificate['status'] }[]): string {
  const bytes = Buffer.alloc(LIST_LENGTH / IN_A_BYTE)
  for (const { place, status } of ended) {
    if (place < 0 || place >= LIST_LENGTH) throw new RangeError('a place outside the list')
    const at = Math.floor(place / IN_A_BYTE)
    bytes.writeUInt8(bytes.readUInt8(at) | (statusValues.indexOf(status) << shiftOf(place)), at)
  }
  return `u${gzipSync(bytes).toString('base64url')}`
}

/** Reads the state at a place of an encoded list, as an offline verifier does. */
export function statusAt({ encoded, place }: { encoded: string; place: number }): Certificate['status'] {
  const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), {
    maxOutputLength: LIST_LENGTH / IN_A_BYTE,
  })
  const value = (bytes.readUInt8(Math.floor(place / IN_A_BYTE)) >> shiftOf(place)) & 0b11
  const status = statusValues[value]
  if (!status) throw new RangeError('a state that no list knows')
  return status
}

function shiftOf(place: number): number {
  return 8 - STATUS_BITS - (place % IN_A_BYTE) * STATUS_BITS
}
