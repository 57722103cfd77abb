import { fromBase32 } from '@/lib/platform/base32'
import { fromBase64url, toBase64url } from './base64url'
import { type Cbor, readCbor } from './read-cbor'

/** What is in a token (lib/certificates/token), read in the browser by the standards alone: RFC 9052, RFC 8392. */
export type OfflineToken = {
  keyId: string
  signed: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
  number: string
  version: number
  officeCode: string
  issuedAt: Date
  nameSalt: Uint8Array
  nameHash: Uint8Array
  statusIndex: number | null
}

const LONGEST = 1_024
const EDDSA = -8

/** Reads a token in base32 or base64url without judging it; null for anything that is none. Never throws. */
export function readOfflineToken(token: string): OfflineToken | null {
  const bytes = token.length <= LONGEST ? (fromBase32(token) ?? fromBase64url(token)) : null
  const tagged = bytes ? readCbor(bytes) : undefined
  if (!isTagged(tagged) || tagged.tag !== 18 || !Array.isArray(tagged.value)) return null
  const [header, open, payload, signature, ...more] = tagged.value
  if (more.length > 0 || !(open instanceof Map) || open.size > 0) return null
  if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return null
  const keyId = readHeader(header)
  const content = readContent(payload)
  if (!keyId || !content) return null
  return { keyId, signed: toBeSigned({ header, payload }), signature: copy(signature), ...content }
}

function readHeader(header: Uint8Array): string | null {
  const fields = readCbor(header)
  if (!(fields instanceof Map) || fields.get(1) !== EDDSA) return null
  const keyId = fields.get(4)
  return isBytes(keyId) ? toBase64url(keyId) : null
}

function readContent(payload: Uint8Array) {
  const claims = readCbor(payload)
  if (!(claims instanceof Map)) return null
  const [number, issuedAt, content] = [claims.get(2), claims.get(6), claims.get(-65_537)]
  if (typeof number !== 'string' || typeof issuedAt !== 'number' || !Array.isArray(content)) return null
  const [version, , officeCode, nameSalt, nameHash, statusIndex, keyEnd] = content
  if (typeof version !== 'number' || typeof officeCode !== 'string') return null
  if (!isBytes(nameSalt) || !isBytes(nameHash)) return null
  if (keyEnd !== undefined && (typeof keyEnd !== 'number' || issuedAt > keyEnd)) return null
  const place = typeof statusIndex === 'number' ? statusIndex : null
  return {
    number,
    version,
    officeCode,
    issuedAt: new Date(issuedAt * 1_000),
    nameSalt,
    nameHash,
    statusIndex: place,
  }
}

/** Sig_structure (RFC 9052 §4.4): a list of four, the first a text of ten characters, the third an empty string. */
function toBeSigned({
  header,
  payload,
}: {
  header: Uint8Array
  payload: Uint8Array
}): Uint8Array<ArrayBuffer> {
  const context = new TextEncoder().encode('Signature1')
  return copy([0x84, 0x6a, ...context, ...byteString(header), 0x40, ...byteString(payload)])
}

function byteString(bytes: Uint8Array): number[] {
  const { length } = bytes
  const head =
    length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255]
  return [...head, ...bytes]
}

function copy(bytes: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}

function isBytes(value: Cbor | undefined): value is Uint8Array {
  return value instanceof Uint8Array
}

function isTagged(value: Cbor | undefined): value is { tag: number; value: Cbor } {
  return typeof value === 'object' && 'tag' in value
}
