import { and, desc, eq, isNull, lt, ne, sql } from 'drizzle-orm'
import { signingKeys } from '@/db/schema'
import { serviceNow as serviceNowSql } from '@/db/schema/columns'
import type { Queryable, Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import {
  type PublicJwk,
  type PublicKey,
  publicJwk,
  publicKeyText,
  readPublicKey,
  readSigningKey,
  type SigningKey,
} from './signing-key'

let active: SigningKey | null = null
/** Whether the keys before it are known to be retired. */
let hasTakenOver = false
/** Public keys by id, as they were read from the table; a key's row never changes what it verifies. */
const known = new Map<string, PublicKey>()

/**
 * The key that signs now, from the environment. Its public half is published before its first use, and with
 * that the keys before it are retired: they verify what they signed and sign nothing any more.
 */
export async function activeSigningKey(transaction: Transaction): Promise<SigningKey> {
  active ??= readSigningKey(environment().CERTIFICATE_SIGNING_KEY)
  if (hasTakenOver) return active
  const isNew = await publishKey(transaction, active)
  // What this transaction does may be rolled back with it: only what is found done needs no other look.
  hasTakenOver = (await retireKeysBefore(transaction, active)) === 0 && !isNew
  return active
}

/** @returns how many keys were still in use */
async function retireKeysBefore(transaction: Transaction, { keyId }: SigningKey): Promise<number> {
  const addedAt = sql`(select k.added_at from signing_keys k where k.key_id = ${keyId})`
  const retired = await transaction
    .update(signingKeys)
    .set({ retiredAt: serviceNowSql })
    .where(and(isNull(signingKeys.retiredAt), ne(signingKeys.keyId, keyId), lt(signingKeys.addedAt, addedAt)))
    .returning({ keyId: signingKeys.keyId })
  return retired.length
}

/**
 * The keys that were published to sign after a restart that has not come yet, newest first: the one that signs
 * now retires those before it, so that of several in use all but the oldest wait.
 */
export async function keysInWaiting(db: Queryable): Promise<string[]> {
  const inUse = await db
    .select({ keyId: signingKeys.keyId })
    .from(signingKeys)
    .where(isNull(signingKeys.retiredAt))
    .orderBy(desc(signingKeys.addedAt), signingKeys.keyId)
  return inUse.slice(0, -1).map(({ keyId }) => keyId)
}

/**
 * Takes a key back that got into other hands: nothing that it signed from a moment on is believed any more.
 * An earlier moment replaces a later one, never the other way round.
 *
 * @returns whether there is such a key
 */
export async function withdrawKey(
  db: Queryable,
  { keyId, from }: { keyId: string; from: Date },
): Promise<boolean> {
  const withdrawn = await db
    .update(signingKeys)
    .set({
      withdrawnFrom: sql`least(coalesce(withdrawn_from, 'infinity'), ${from.toISOString()}::timestamptz)`,
      retiredAt: sql`coalesce(retired_at, service_now())`,
    })
    .where(eq(signingKeys.keyId, keyId))
    .returning({ keyId: signingKeys.keyId })
  return withdrawn.length > 0
}

/** A key as it is published: until when it signed, and from when on it is not believed (OpenID Federation §8.7). */
export type PublishedJwk = PublicJwk & {
  iat: number
  exp?: number
  revoked?: { revoked_at: number; reason: 'compromised' }
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000)

/** The published set as verifiers fetch it. */
export async function publishedJwks(db: Queryable): Promise<PublishedJwk[]> {
  const rows = await db.select().from(signingKeys).orderBy(signingKeys.addedAt, signingKeys.keyId)
  return rows.map(publishedJwk)
}

type KeptKey = Pick<typeof signingKeys.$inferSelect, 'publicKey' | 'addedAt' | 'retiredAt' | 'withdrawnFrom'>

/** One key of the published set, in the words of RFC 7517 and OpenID Federation. */
export function publishedJwk({ publicKey, addedAt, retiredAt, withdrawnFrom }: KeptKey): PublishedJwk {
  return {
    ...publicJwk(readPublicKey(publicKey)),
    iat: seconds(addedAt),
    ...(retiredAt && { exp: seconds(retiredAt) }),
    ...(withdrawnFrom && { revoked: { revoked_at: seconds(withdrawnFrom), reason: 'compromised' } }),
  }
}

/**
 * Adds a key to the published set; publishing it again changes nothing.
 *
 * @returns whether it was not there yet
 */
export async function publishKey(db: Queryable, { keyId, publicKey }: PublicKey): Promise<boolean> {
  const added = await db
    .insert(signingKeys)
    .values({ keyId, publicKey: publicKeyText(publicKey) })
    .onConflictDoNothing()
    .returning({ keyId: signingKeys.keyId })
  return added.length > 0
}

/** The published set: the only keys by which a token is believed. A retired key still verifies what it signed. */
export async function publishedKeys(db: Queryable): Promise<PublicKey[]> {
  const rows = await db.select().from(signingKeys)
  return rows.map(({ publicKey }) => readPublicKey(publicKey))
}

/** A published key by its id, where this process has met it: what a key verifies never changes. */
export function publishedKeyInMemory(keyId: string): PublicKey | undefined {
  return known.get(keyId)
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
