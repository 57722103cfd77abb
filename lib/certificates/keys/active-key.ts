import { signingKeys } from '@/db/schema'
import type { Queryable, Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { type PublicKey, publicKeyText, readPublicKey, readSigningKey, type SigningKey } from './signing-key'

let active: SigningKey | null = null
/** Public keys by id, as they were read from the table; a key's row never changes what it verifies. */
const known = new Map<string, PublicKey>()

/** The key that signs now, from the environment; its public half is published before its first use. */
export async function activeSigningKey(transaction: Transaction): Promise<SigningKey> {
  active ??= readSigningKey(environment().CERTIFICATE_SIGNING_KEY)
  await publishKey(transaction, active)
  return active
}

/** Adds a key to the published set; publishing it again changes nothing. */
export async function publishKey(db: Queryable, { keyId, publicKey }: PublicKey): Promise<void> {
  if (known.has(keyId)) return
  await db
    .insert(signingKeys)
    .values({ keyId, publicKey: publicKeyText(publicKey) })
    .onConflictDoNothing()
}

/** The published set: the only keys by which a token is believed. A retired key still verifies what it signed. */
export async function publishedKeys(db: Queryable): Promise<PublicKey[]> {
  const rows = await db.select().from(signingKeys)
  return rows.map(({ publicKey }) => readPublicKey(publicKey))
}

/** A published key by its id; kept in memory, and asked of the table again when unknown. */
export async function findPublishedKey(
  db: Queryable,
  { keyId }: { keyId: string },
): Promise<PublicKey | undefined> {
  const found = known.get(keyId)
  if (found) return found
  for (const key of await publishedKeys(db)) known.set(key.keyId, key)
  return known.get(keyId)
}
