import { asc, desc, eq, gte, isNull, max, sql } from 'drizzle-orm'
import { transparencyCheckpoints, transparencyEntries, transparencyLeaves } from '@/db/schema'
import { activeSigningKey } from '@/lib/certificates'
import type { Database, Queryable, Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { signCheckpoint } from './checkpoint'
import { addLeaf, type Hash, leafHash, type MerkleTree, rootAt, sizeOf, treeOf } from './merkle-tree'

/** Any number will do, as long as whoever adds leaves asks for the same one. */
const ADDING_LEAVES = 0x6c6f67

/** The name of the log, which its checkpoints carry: the host and what is in it. */
export function logOrigin(): string {
  return `${new URL(environment().PUBLIC_URL).host}/certificates`
}

/**
 * Puts what happened since into the tree and signs its new head. Nothing new: nothing is signed. One at a time
 * adds leaves, so that each has one place; an entry that is committed meanwhile waits for the next round.
 *
 * @returns the size of the tree, and how many leaves are new
 */
export async function publishLog({ db }: { db: Database }): Promise<{ size: number; added: number }> {
  return db.transaction(async transaction => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${ADDING_LEAVES})`)
    const tree = await publishedTree(transaction)
    const added = await addLeaves(transaction, { from: sizeOf(tree) })
    const [newest] = await transaction
      .select({ size: max(transparencyCheckpoints.size) })
      .from(transparencyCheckpoints)
    const grown = treeOf([...(tree.levels[0] ?? []), ...added])
    if (sizeOf(grown) > (newest?.size ?? -1)) await signHead(transaction, grown)
    return { size: sizeOf(grown), added: added.length }
  })
}

async function addLeaves(transaction: Transaction, { from }: { from: number }): Promise<Hash[]> {
  const entries = await transaction
    .select({ id: transparencyEntries.id, entry: transparencyEntries.entry })
    .from(transparencyEntries)
    .leftJoin(transparencyLeaves, eq(transparencyLeaves.entryId, transparencyEntries.id))
    .where(isNull(transparencyLeaves.entryId))
    .orderBy(asc(transparencyEntries.id))
  const hashes = entries.map(({ entry }) => leafHash(Buffer.from(entry)))
  for (const [place, { id }] of entries.entries()) {
    await transaction
      .insert(transparencyLeaves)
      .values({ index: from + place, entryId: id, hash: hashes[place]?.toString('hex') ?? '' })
  }
  return hashes
}

async function signHead(transaction: Transaction, tree: MerkleTree): Promise<void> {
  const checkpoint = { origin: logOrigin(), size: sizeOf(tree), root: rootAt({ tree }) }
  const note = signCheckpoint({ checkpoint, key: await activeSigningKey(transaction) })
  await transaction
    .insert(transparencyCheckpoints)
    .values({ size: checkpoint.size, root: checkpoint.root.toString('base64'), note })
}

/** The tree as this process knows it; published leaves never change, so that only new ones are ever read. */
const known: MerkleTree = { levels: [[]] }

/**
 * The tree with every leaf that is published.
 *
 * @param atLeast how many leaves are asked for: a tree that is known to have them is not read again
 */
export async function publishedTree(
  db: Queryable,
  { atLeast = Number.POSITIVE_INFINITY }: { atLeast?: number } = {},
): Promise<MerkleTree> {
  if (sizeOf(known) >= atLeast) return known
  const rows = await db
    .select({ index: transparencyLeaves.index, hash: transparencyLeaves.hash })
    .from(transparencyLeaves)
    .where(gte(transparencyLeaves.index, sizeOf(known)))
    .orderBy(asc(transparencyLeaves.index))
  for (const { index, hash } of rows) {
    // Two requests may read the same leaves at once; each is added by the first.
    if (index === sizeOf(known)) addLeaf(known, Buffer.from(hash, 'hex'))
  }
  return known
}

export type PublishedCheckpoint = typeof transparencyCheckpoints.$inferSelect

/** The newest signed head, or null before the first. */
export async function newestCheckpoint({ db }: { db: Database }): Promise<PublishedCheckpoint | null> {
  const [checkpoint] = await db
    .select()
    .from(transparencyCheckpoints)
    .orderBy(desc(transparencyCheckpoints.size))
    .limit(1)
  return checkpoint ?? null
}

/** Published entries from a place on, so many at most, in their order. */
export async function publishedEntries(
  { from, count }: { from: number; count: number },
  { db }: { db: Database },
): Promise<{ index: number; entry: string }[]> {
  return db
    .select({ index: transparencyLeaves.index, entry: transparencyEntries.entry })
    .from(transparencyLeaves)
    .innerJoin(transparencyEntries, eq(transparencyEntries.id, transparencyLeaves.entryId))
    .where(gte(transparencyLeaves.index, from))
    .orderBy(asc(transparencyLeaves.index))
    .limit(count)
}
