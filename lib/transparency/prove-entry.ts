import { and, desc, eq, lt } from 'drizzle-orm'
import { transparencyEntries, transparencyLeaves } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import { writeProof } from './checkpoint'
import { type Hash, inclusionProof, isIncluded, leafHash } from './merkle-tree'
import { newestCheckpoint, publishedTree } from './publish-log'

export type ProvenEntry = { entry: string; index: number; size: number; note: string; proof: Hash[] }

/**
 * The newest entry about a certificate with the proof that it stands in the public log, checked before it is
 * given out; null as long as no signed head covers it.
 */
export async function proveNewestEntry(
  { certificateId }: { certificateId: string },
  { db }: { db: Database },
): Promise<ProvenEntry | null> {
  const checkpoint = await newestCheckpoint({ db })
  if (!checkpoint) return null
  const { size, note } = checkpoint
  const [found] = await db
    .select({ index: transparencyLeaves.index, entry: transparencyEntries.entry })
    .from(transparencyLeaves)
    .innerJoin(transparencyEntries, eq(transparencyEntries.id, transparencyLeaves.entryId))
    .where(and(eq(transparencyEntries.certificateId, certificateId), lt(transparencyLeaves.index, size)))
    .orderBy(desc(transparencyLeaves.index))
    .limit(1)
  if (!found) return null
  const { index, entry } = found
  const proof = inclusionProof({ tree: await publishedTree(db), index, size })
  const leaf = leafHash(Buffer.from(entry))
  const root = Buffer.from(checkpoint.root, 'base64')
  return isIncluded({ leaf, index, size, proof, root }) ? { entry, index, size, note, proof } : null
}

/** A proof as a file to keep, which anybody checks without asking us. */
export function sayProof(proven: ProvenEntry): string {
  return writeProof(proven)
}
