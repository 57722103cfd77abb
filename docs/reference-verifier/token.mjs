// Reads a verification code by the standards alone: RFC 4648 (base32, base64url), RFC 8949 (CBOR), RFC 9052 (COSE_Sign1),
// RFC 8392 (CWT). Nothing is shared with the service's own code.

const LONGEST = 1_024
const SIGNATURE_BYTES = 64
const COSE_SIGN1 = 18
const EDDSA = -8

/** The last part of a link, or the text itself. */
export function lastPart(text) {
  return text.trim().split(/[?#]/)[0].replace(/^.*\//s, '')
}

/**
 * The parts of a verification code, and what its signature must fit; null for anything that is none. Read its
 * payload only after the signature has been checked with a published key.
 */
export function readToken(text) {
  try {
    return readSign1(bytesOf(lastPart(text)))
  } catch {
    return null
  }
}

function readSign1(bytes) {
  const { tag, value } = decode(bytes)
  if (tag !== COSE_SIGN1 || !Array.isArray(value) || value.length !== 4) throw new Error('no COSE_Sign1')
  const [header, open, payload, signature] = value
  if (!(open instanceof Map) || open.size > 0) throw new Error('an unprotected header')
  const fields = decode(header)
  if (fields.size !== 2 || fields.get(1) !== EDDSA) throw new Error('another algorithm')
  if (signature.length !== SIGNATURE_BYTES) throw new Error('no signature')
  return {
    keyId: base64url(fields.get(4)),
    signature,
    toBeSigned: sigStructure(header, payload),
    payload,
  }
}

/** What the payload says, once its signature is known to be good; null where it is no certificate of this kind. */
export function readClaims({ payload }) {
  try {
    return certificateOf(decode(payload))
  } catch {
    return null
  }
}

function certificateOf(claims) {
  if (claims.size !== 3) throw new Error('other claims')
  const [version, type, officeCode, , nameHash, place, keyEnd] = claims.get(-65_537)
  const number = claims.get(2)
  if (typeof number !== 'string' || typeof officeCode !== 'string') throw new Error('no certificate')
  if (type !== 0 || typeof version !== 'number' || !nameHash) throw new Error('another type')
  if (place !== undefined && typeof place !== 'number') throw new Error('no place in the lists')
  if (keyEnd !== undefined && !(claims.get(6) <= keyEnd)) throw new Error('issued after the end of its key')
  const issuedOn = new Date(claims.get(6) * 1_000).toISOString().slice(0, 10)
  return { number, version, officeCode, issuedOn, place: place ?? null }
}

/** RFC 9052 §4.4: ["Signature1", protected header, empty external data, payload]. */
function sigStructure(header, payload) {
  return Buffer.concat([
    Buffer.of(0x84, 0x6a),
    Buffer.from('Signature1'),
    byteString(header),
    byteString(Buffer.alloc(0)),
    byteString(payload),
  ])
}

function byteString(bytes) {
  const { length } = bytes
  if (length < 24) return Buffer.concat([Buffer.of(0x40 | length), bytes])
  const head = length < 256 ? Buffer.of(0x58, length) : Buffer.of(0x59, length >> 8, length & 255)
  return Buffer.concat([head, bytes])
}

/** In QR codes a token stands in base32, elsewhere in base64url, where it begins with the digit 0. */
function bytesOf(token) {
  if (token.length > LONGEST) throw new Error('too long')
  if (/^[A-Z2-7]+$/i.test(token)) return fromBase32(token.toUpperCase())
  const bytes = Buffer.from(token, 'base64url')
  if (base64url(bytes) !== token) throw new Error('not base64url')
  return bytes
}

function fromBase32(text) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const whole = bits.length - (bits.length % 8)
  if (bits.length - whole > 4 || bits.slice(whole).includes('1')) throw new Error('not base32')
  return Buffer.from(
    bits
      .slice(0, whole)
      .match(/.{8}/g)
      .map(byte => Number.parseInt(byte, 2)),
  )
}

function base64url(bytes) {
  return Buffer.from(bytes).toString('base64url')
}

const DEEPEST = 6

/** The one value that these bytes say: whole numbers, strings, arrays, maps and tags of definite length. */
function decode(bytes) {
  let at = 0
  const take = count => {
    if (at + count > bytes.length) throw new Error('more than there is')
    at += count
    return bytes.subarray(at - count, at)
  }
  const readArgument = short => {
    if (short < 24) return short
    if (short > 27) throw new Error('a length without end')
    let value = 0
    for (const byte of take(2 ** (short - 24))) value = value * 256 + byte
    if (!Number.isSafeInteger(value)) throw new Error('too large')
    return value
  }
  const read = depth => {
    if (depth > DEEPEST) throw new Error('too deep')
    const [first] = take(1)
    const reader = readers[first >> 5]
    if (!reader) throw new Error('a form that no token has')
    return reader(readArgument(first & 31), {
      take,
      left: () => bytes.length - at,
      next: () => read(depth + 1),
    })
  }
  const value = read(0)
  if (at !== bytes.length) throw new Error('something behind it')
  return value
}

/** By the major types of RFC 8949 §3.1. Every member takes a byte at least, so that a giant count is refused early. */
const readers = [
  number => number,
  number => -1 - number,
  (length, { take }) => take(length),
  (length, { take }) => new TextDecoder('utf-8', { fatal: true }).decode(take(length)),
  (count, { left, next }) => {
    if (count > left()) throw new Error('more than there is')
    return Array.from({ length: count }, next)
  },
  (count, { left, next }) => {
    if (count > left()) throw new Error('more than there is')
    const map = new Map(Array.from({ length: count }, () => [next(), next()]))
    if (map.size !== count) throw new Error('a key stands twice')
    return map
  },
  (tag, { next }) => ({ tag, value: next() }),
]
