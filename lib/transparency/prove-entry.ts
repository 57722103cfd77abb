import { desc, eq, lt, sql } from 'drizzle-orm'
import { transparencyCheckpoints, transparencyEntries, transparencyLeaves } from '@/db/schema'
import type { Database } from '@/lib/platform/database'
import { preparedOnce } from '@/lib/platform/prepared-statements'
import { writeProof } from './checkpoint'
import { type Hash, inclusionProof, isIncluded, leafHash } from './merkle-tree'
import { publishedTree } from './publish-log'

export type ProvenEntry = { entry: string; index: number; size: number; note: string; proof: Hash[] }

/** The newest entry about a certificate that the newest signed head covers, and that head. */
const findNewestEntry = preparedOnce((db: Database) => {
  const head = db
    .select()
    .from(transparencyCheckpoints)
    .orderBy(desc(transparencyCheckpoints.size))
    .limit(1)
    .as('head')
  return db
    .select({
      index: transparencyLeaves.index,
      entry: transparencyEntries.entry,
      size: head.size,
      root: head.root,
      note: head.note,
    })
    .from(transparencyEntries)
    .innerJoin(transparencyLeaves, eq(transparencyLeaves.entryId, transparencyEntries.id))
    .innerJoin(head, lt(transparencyLeaves.index, head.size))
    .where(eq(transparencyEntries.certificateId, sql.placeholder('certificateId')))
    .orderBy(desc(transparencyLeaves.index))
    .limit(1)
    .prepare('newest entry about a certificate')
})

/**
 * The newest entry about a certificate with the proof that it stands in the public log, checked before it is
 * given out; null as long as no signed head covers it.
 */
export async function proveNewestEntry(
  { certificateId }: { certificateId: string },
  { db }: { db: Database },
): Promise<ProvenEntry | null> {
  const [found] = await findNewestEntry(db).execute({ certificateId })
  if (!found) return null
  const { index, entry, size, note } = found
  const proof = inclusionProof({ tree: await publishedTree(db, { atLeast: size }), index, size })
  const leaf = leafHash(Buffer.from(entry))
  const root = Buffer.from(found.root, 'base64')
  return isIncluded({ leaf, index, size, proof, root }) ? { entry, index, size, note, proof } : null
}

/** A proof as a file to keep, which anybody checks without asking us. */
export function sayProof(proven: ProvenEntry): string {
  return writeProof(proven)
}
