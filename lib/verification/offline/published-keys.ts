import { fromBase64url } from './base64url'

/** A key of the published set, as a browser verifies with it. */
export type OfflineKey = { kid: string; x: string; exp?: number; revoked?: { revoked_at: number } }

/** Reads the published set; what is no key of ours is left out. */
export function readKeySet(text: string): OfflineKey[] {
  try {
    const { keys }: { keys?: unknown } = JSON.parse(text)
    return Array.isArray(keys) ? keys.filter(isKey) : []
  } catch {
    return []
  }
}

function isKey(value: unknown): value is OfflineKey {
  if (typeof value !== 'object' || value === null) return false
  const { kty, crv, kid, x } = value as Record<string, unknown>
  return kty === 'OKP' && crv === 'Ed25519' && typeof kid === 'string' && typeof x === 'string'
}

/** Whether a signature is that of a key. Throws where the browser cannot verify Ed25519. */
export async function isSignedBy({
  key,
  signature,
  signed,
}: {
  key: OfflineKey
  signature: Uint8Array<ArrayBuffer>
  signed: Uint8Array<ArrayBuffer>
}): Promise<boolean> {
  const raw = fromBase64url(key.x)
  if (!raw) return false
  const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', imported, signature, signed)
}
