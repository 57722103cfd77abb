import { desc, sql } from 'drizzle-orm'
import { auditCheckpointHeads, auditCheckpoints } from '@/db/schema'
import type { Database, Transaction } from '@/lib/platform/database'
import { type ChainedLog, noHash } from './chain/chained-row'
import { type CheckpointHead, type CheckpointKey, digestOfHeads, signCheckpoint } from './chain/checkpoint'

/** Any number will do, as long as every writer asks for the same one. */
const oneWriterAtATime = 0x636b7074
/**
 * Ids are given out before their transactions end: a row that was still open when the last checkpoint was made
 * has an id below its newest. No transaction stays open while so many others end.
 */
const idsStillOpen = 100_000
const headsAnInsert = 2_000

type Earlier = { number: number; sha256: string; lastAuditEventId: number; lastApplicationEventId: number }
const nothingEarlier: Earlier = {
  number: 0,
  sha256: noHash,
  lastAuditEventId: 0,
  lastApplicationEventId: 0,
}

/**
 * Signs where every chain that grew since the last checkpoint has come to; the worker does it every hour, also
 * when nothing grew, so that a missing hour shows.
 *
 * @param key the service's signing key
 */
export async function writeCheckpoint({
  db,
  key,
}: {
  db: Database
  key: CheckpointKey
}): Promise<{ number: number; headCount: number; sha256: string }> {
  return db.transaction(async transaction => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${oneWriterAtATime})`)
    const [earlier = nothingEarlier] = await transaction
      .select()
      .from(auditCheckpoints)
      .orderBy(desc(auditCheckpoints.number))
      .limit(1)
    const newest = await newestIds(transaction)
    const heads: CheckpointHead[] = [
      ...(await grownChains(transaction, { log: 'audit_events', after: earlier.lastAuditEventId })),
      ...(await grownChains(transaction, {
        log: 'application_events',
        after: earlier.lastApplicationEventId,
      })),
      ...(await headWithoutApplication(transaction)),
    ]
    const checkpoint = signCheckpoint({
      key,
      content: {
        ...newest,
        number: earlier.number + 1,
        headCount: heads.length,
        headsSha256: digestOfHeads(heads),
        previousSha256: earlier.sha256,
      },
    })
    await transaction.insert(auditCheckpoints).values({
      ...checkpoint,
      at: sql`${checkpoint.at}::timestamptz`,
    })
    for (let start = 0; start < heads.length; start += headsAnInsert) {
      const some = heads.slice(start, start + headsAnInsert)
      await transaction
        .insert(auditCheckpointHeads)
        .values(some.map(head => ({ ...head, checkpointNumber: checkpoint.number })))
    }
    return { number: checkpoint.number, headCount: heads.length, sha256: checkpoint.sha256 }
  })
}

async function newestIds(transaction: Transaction) {
  const [row] = await transaction.execute<{ at: string; audit: number; application: number }>(sql`
    select chain_instant(service_now()) as at,
      coalesce((select max(id) from audit_events), 0)::float8 as audit,
      coalesce((select max(id) from application_events), 0)::float8 as application`)
  if (!row) throw new Error('the newest rows of the logs gave no row')
  return { at: row.at, lastAuditEventId: row.audit, lastApplicationEventId: row.application }
}

type HeadRow = { application_id: string | null; chain_position: number; hash: string }

async function grownChains(
  transaction: Transaction,
  { log, after }: { log: ChainedLog; after: number },
): Promise<CheckpointHead[]> {
  const rows = await transaction.execute<HeadRow>(sql`
    with newest as (
      select distinct on (application_id) application_id, chain_position, hash from ${sql.identifier(log)}
      where id > ${after - idsStillOpen} and application_id is not null
      order by application_id, chain_position desc
    )
    select * from newest where not exists (
      select from audit_checkpoint_heads known
      where known.log = ${log} and known.application_id = newest.application_id
        and known.chain_position >= newest.chain_position
    )`)
  return rows.map(row => asHead({ log, row }))
}

async function headWithoutApplication(transaction: Transaction): Promise<CheckpointHead[]> {
  const rows = await transaction.execute<HeadRow>(sql`
    select application_id, chain_position, hash from audit_events
    where application_id is null and not exists (
      select from audit_checkpoint_heads known
      where known.log = 'audit_events' and known.application_id is null
        and known.chain_position >= audit_events.chain_position
    )
    order by application_id desc, chain_position desc limit 1`)
  return rows.map(row => asHead({ log: 'audit_events', row }))
}

function asHead({ log, row }: { log: ChainedLog; row: HeadRow }): CheckpointHead {
  return { log, applicationId: row.application_id, chainPosition: row.chain_position, hash: row.hash }
}
