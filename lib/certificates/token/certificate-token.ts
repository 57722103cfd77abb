import { sign, verify } from 'node:crypto'
import { Encoder, Tag } from 'cbor-x'
import { fromBase32, toBase32 } from '@/lib/platform/base32'
import { civilDateIn } from '@/lib/platform/civil-date'
import { done, failed, type Result } from '@/lib/platform/result'
import type { PublicKey, SigningKey } from '../keys/signing-key'
import { certificateTypes, claimKeys, type TokenContent } from './token-content'

export type TokenFailure = 'unreadable' | 'unsupported' | 'unknown_key' | 'bad_signature'

/** COSE header labels and values (RFC 9052 §3.1, RFC 9053 §2.2). */
const COSE_SIGN1_TAG = 18
const HEADER_ALGORITHM = 1
const HEADER_KEY_ID = 4
const ALGORITHM_EDDSA = -8
const SIGNATURE_BYTES = 64
/** Far more than a token needs; a longer one is not looked at. */
const LONGEST_TOKEN = 1_024

const cbor = new Encoder({
  useRecords: false,
  mapsAsObjects: false,
  tagUint8Array: false,
  variableMapSize: true,
})

/**
 * Signs the content of a certificate as a CWT (RFC 8392) in COSE_Sign1 (RFC 9052), base64url.
 *
 * @throws Error when the key has reached its end: the operator replaces it (npm run keys:rotate)
 */
export function signCertificateToken({ content, key }: { content: TokenContent; key: SigningKey }): string {
  const issuedAt = Date.parse(`${content.issuedOn}T12:00:00Z`) / 1_000
  const [keyEnd] = endOf(content)
  if (keyEnd !== undefined && issuedAt > keyEnd) throw new Error('the signing key has reached its end')
  const header = cbor.encode(
    new Map<number, unknown>([
      [HEADER_ALGORITHM, ALGORITHM_EDDSA],
      [HEADER_KEY_ID, Buffer.from(key.keyId, 'base64url')],
    ]),
  )
  const payload = cbor.encode(
    new Map<number, unknown>([
      [claimKeys.subject, content.number],
      [claimKeys.issuedAt, issuedAt],
      [
        claimKeys.content,
        [
          content.version,
          certificateTypes.indexOf(content.type),
          content.officeCode,
          content.nameSalt,
          content.nameHash,
          ...(content.statusIndex === undefined ? [] : [content.statusIndex, ...endOf(content)]),
        ],
      ],
    ]),
  )
  const signature = sign(null, toBeSigned({ header, payload }), key.privateKey)
  return cbor.encode(new Tag([header, new Map(), payload, signature], COSE_SIGN1_TAG)).toString('base64url')
}

/**
 * Not the claim `exp` of RFC 8392, by which a library would refuse the certificate itself: the paper outlives its
 * key. It comes after the place in the list of states, which every certificate has since it carries the end.
 */
function endOf({ keyEndsAt }: TokenContent): number[] {
  return keyEndsAt ? [keyEndsAt.getTime() / 1_000] : []
}

/**
 * Reads a token with the published keys, and with no key that came along with it. Never throws, whatever it
 * is given: anything that is not byte for byte what a signer of ours writes is `unreadable` or `unsupported`.
 */
export function readCertificateToken({
  token,
  findKey,
}: {
  token: string
  findKey: (keyId: string) => PublicKey | undefined
}): Result<TokenContent & { keyId: string }, TokenFailure> {
  const envelope = readEnvelope(token)
  if (!envelope) return failed('unreadable')
  const header = decodeExactly(envelope.header)
  if (!(header instanceof Map)) return failed('unreadable')
  const keyIdBytes = header.get(HEADER_KEY_ID)
  if (header.get(HEADER_ALGORITHM) !== ALGORITHM_EDDSA || header.size !== 2) return failed('unsupported')
  if (!isBytes(keyIdBytes)) return failed('unreadable')
  const keyId = Buffer.from(keyIdBytes).toString('base64url')
  const key = findKey(keyId)
  if (!key) return failed('unknown_key')
  if (!verify(null, toBeSigned(envelope), key.publicKey, envelope.signature)) return failed('bad_signature')
  const content = readContent(envelope.payload)
  return content ? done({ ...content, keyId }) : failed('unsupported')
}

/**
 * The token in a scanned or pasted text: the last part of a link, or the text itself. In a QR code it stands in
 * base32, where links are all capitals; a token in base64url begins with the digit 0, which base32 has not, so
 * that the two are never mistaken for each other. Both are read for ever: papers last longer than services.
 */
export function tokenFromLink(text: string): string {
  const trimmed = text.trim()
  const path = trimmed.split(/[?#]/)[0] ?? ''
  const token = path.slice(path.lastIndexOf('/') + 1)
  const bytes = token.length <= LONGEST_TOKEN ? fromBase32(token) : null
  return bytes ? Buffer.from(bytes).toString('base64url') : token
}

/** The link of a QR code, in capitals throughout and its token in base32 (ADR 0013). */
export function linkOfToken({ token, serviceUrl }: { token: string; serviceUrl: string }): string {
  return `${new URL(serviceUrl).origin.toUpperCase()}/V/${toBase32(Buffer.from(token, 'base64url'))}`
}

type Envelope = { header: Uint8Array; payload: Uint8Array; signature: Uint8Array }

function readEnvelope(token: string): Envelope | null {
  if (token.length > LONGEST_TOKEN || !/^[A-Za-z0-9_-]+$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.toString('base64url') !== token) return null
  const tagged = decodeExactly(bytes)
  if (!(tagged instanceof Tag) || tagged.tag !== COSE_SIGN1_TAG || !Array.isArray(tagged.value)) return null
  const [header, unprotected, payload, signature, ...rest] = tagged.value as unknown[]
  if (rest.length > 0 || !(unprotected instanceof Map) || unprotected.size > 0) return null
  if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return null
  return signature.length === SIGNATURE_BYTES ? { header, payload, signature } : null
}

/**
 * Decodes only what we would have written ourselves: encoding the result again must give the same bytes. So
 * duplicate keys, trailing bytes, other lengths and deep nesting never reach the code that reads.
 */
function decodeExactly(bytes: Uint8Array): unknown {
  try {
    const value: unknown = cbor.decode(Buffer.from(bytes))
    return Buffer.compare(cbor.encode(value), bytes) === 0 ? value : undefined
  } catch {
    return undefined
  }
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array
}

/** Sig_structure (RFC 9052 §4.4). */
function toBeSigned({ header, payload }: { header: Uint8Array; payload: Uint8Array }): Buffer {
  return cbor.encode(['Signature1', header, Buffer.alloc(0), payload])
}

function isNumberOrMissing(value: unknown): value is number | undefined {
  return value === undefined || typeof value === 'number'
}

function readContent(payload: Uint8Array): TokenContent | null {
  const claims = decodeExactly(payload)
  if (!(claims instanceof Map) || claims.size !== 3) return null
  const number: unknown = claims.get(claimKeys.subject)
  const issuedAt: unknown = claims.get(claimKeys.issuedAt)
  const content: unknown = claims.get(claimKeys.content)
  if (typeof number !== 'string' || typeof issuedAt !== 'number' || !Array.isArray(content)) return null
  const [version, typeIndex, officeCode, nameSalt, nameHash, statusIndex, keyEnd] = content as unknown[]
  const type = typeof typeIndex === 'number' ? certificateTypes[typeIndex] : undefined
  if (!type || typeof version !== 'number' || typeof officeCode !== 'string') return null
  if (!isBytes(nameSalt) || !isBytes(nameHash)) return null
  if (!isNumberOrMissing(statusIndex) || !isNumberOrMissing(keyEnd)) return null
  // Whoever finds an old key can only sign with a day on which it was still watched.
  if (keyEnd !== undefined && issuedAt > keyEnd) return null
  return {
    number,
    version,
    type,
    officeCode,
    issuedOn: civilDateIn({ instant: new Date(issuedAt * 1_000) }),
    nameSalt: Buffer.from(nameSalt),
    nameHash: Buffer.from(nameHash),
    ...(statusIndex === undefined ? {} : { statusIndex }),
    ...(keyEnd === undefined ? {} : { keyEndsAt: new Date(keyEnd * 1_000) }),
  }
}
