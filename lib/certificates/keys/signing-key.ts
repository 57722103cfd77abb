import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** Whoever finds this at the beginning of a secret knows that it is the demo's. */
export const DEMO_SECRET_PREFIX = 'demo-'

/** A key that signs certificates. `keyId` is the start of its RFC 7638 thumbprint: 8 bytes in base64url. */
export type SigningKey = { keyId: string; privateKey: KeyObject; publicKey: KeyObject }
export type PublicKey = { keyId: string; publicKey: KeyObject }
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string; kid: string; alg: 'EdDSA'; use: 'sig' }

/** The prime of the field of Ed25519; a canonical y is smaller (RFC 8032 §5.1.3). */
const P = 2n ** 255n - 19n
/** The y of the eight points of small order, with which anybody's signature can be made to fit. */
const smallOrderY = new Set([
  0n,
  1n,
  P - 1n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  P - 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
])

/**
 * Reads a private key as PKCS #8 in base64 (DER), or an encrypted one behind its passphrase: `passphrase:base64`.
 * Throws if it is not an Ed25519 key.
 */
export function readSigningKey(text: string): SigningKey {
  const colon = text.indexOf(':')
  const privateKey = createPrivateKey({
    key: Buffer.from(text.slice(colon + 1), 'base64'),
    format: 'der',
    type: 'pkcs8',
    ...(colon > 0 ? { passphrase: text.slice(0, colon) } : {}),
  })
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('the signing key must be an Ed25519 key')
  const publicKey = createPublicKey(privateKey)
  return { keyId: keyIdOf(publicKey), privateKey, publicKey }
}

/** Reads a public key as base64url of its 32 bytes; refuses one of low order or in a non-canonical form. */
export function readPublicKey(base64url: string): PublicKey {
  const bytes = Buffer.from(base64url, 'base64url')
  if (bytes.length !== 32 || bytes.toString('base64url') !== base64url)
    throw new Error('a public key has 32 bytes')
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & (2n ** 255n - 1n)
  if (y >= P) throw new Error('the public key is not in its canonical form')
  if (smallOrderY.has(y)) throw new Error('the public key is of low order')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: base64url }, format: 'jwk' })
  return { keyId: keyIdOf(publicKey), publicKey }
}

/** The 32 bytes of a public key in base64url, as it is stored and published. */
export function publicKeyText(publicKey: KeyObject): string {
  const { x } = publicKey.export({ format: 'jwk' })
  if (!x) throw new Error('the key has no public part')
  return x
}

/** The key as it stands in the published set (RFC 8037). */
export function publicJwk({ keyId, publicKey }: PublicKey): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x: publicKeyText(publicKey), kid: keyId, alg: 'EdDSA', use: 'sig' }
}

/** A new private key as PKCS #8 in base64, from the cryptographic source. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

/** A new key of the demo: encrypted, and known by the beginning of its passphrase, so that production refuses it. */
export function newDemoSigningKey(): string {
  const passphrase = `${DEMO_SECRET_PREFIX}${randomBytes(18).toString('base64url')}`
  const { privateKey } = generateKeyPairSync('ed25519')
  const encrypted = privateKey.export({ format: 'der', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase })
  return `${passphrase}:${encrypted.toString('base64')}`
}

function keyIdOf(publicKey: KeyObject): string {
  const canonical = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x: publicKeyText(publicKey) })
  return createHash('sha256').update(canonical).digest().subarray(0, 8).toString('base64url')
}
