import type postgres from 'postgres'
import {
  type ChainedLog,
  type ChainedRow,
  canonicalInstant,
  chainedLogs,
  hashedColumns,
  noHash,
} from './chain/chained-row'
import {
  type CheckpointFailure,
  digestOfHeads,
  type SignedCheckpoint,
  type TrustedKey,
  type UnprovenReason,
  whatIsWrongWithCheckpoint,
  whyUnproven,
} from './chain/checkpoint'
import { type Finding, type Head, walkChains } from './chain/walk-chains'

const rowsAtATime = 5_000

export type CheckpointFinding = {
  log: 'audit_checkpoints'
  number: number
  what:
    | CheckpointFailure
    | 'checkpoint-missing-before'
    | 'checkpoint-not-linked'
    | 'heads-changed'
    | 'kept-checkpoint-missing'
}

/** A checkpoint for which no key that is trusted here vouches. */
export type UnprovenCheckpoint = { number: number; keyId: string; why: UnprovenReason }

export type Verification = {
  rows: Record<ChainedLog, number>
  checkpoints: number
  /** The newest checkpoint: when it was made, and the digest to note down elsewhere. */
  newest: { number: number; at: string; sha256: string } | null
  /** The first thing wrong with each chain; empty when nothing was touched. */
  findings: (Finding | CheckpointFinding)[]
  /** Checkpoints that prove nothing here: a success only when there are none of them either. */
  unproven: UnprovenCheckpoint[]
}

/**
 * Reads both logs and every checkpoint in one snapshot and computes all of it again, without the functions that
 * the database used. A log rewritten from some row to its end is found only against a checkpoint, and
 * checkpoints removed from the end only against a digest that was kept elsewhere.
 *
 * @param keys the public keys to trust, never read from the database that is checked
 * @param kept the digest of a checkpoint, noted down earlier outside this database
 */
export async function verifyLogs({
  sql,
  keys,
  kept,
}: {
  sql: postgres.Sql
  keys: readonly TrustedKey[]
  kept?: string
}): Promise<Verification> {
  const findings: Verification['findings'] = []
  return sql.begin('isolation level repeatable read read only', async transaction => {
    await transaction`set local statement_timeout = 0`
    const checkpoints = await readCheckpoints(transaction)
    findings.push(...wrongWithCheckpoints({ checkpoints, keys, kept }))
    const unproven = unprovenCheckpoints({ checkpoints, keys })
    const { heads, changed } = await readHeads(transaction, { checkpoints, unproven })
    findings.push(...changed)
    const erased = await erasedCases(transaction)
    const rows = { audit_events: 0, application_events: 0 }
    for (const log of chainedLogs) {
      rows[log] = await verifyLog(transaction, {
        log,
        heads,
        erased,
        tell: finding => findings.push(finding),
      })
    }
    const newest = checkpoints.at(-1)
    return {
      rows,
      checkpoints: checkpoints.length,
      newest: newest ? { number: newest.number, at: newest.at, sha256: newest.sha256 } : null,
      findings,
      unproven,
    }
  })
}

async function readCheckpoints(sql: postgres.TransactionSql): Promise<SignedCheckpoint[]> {
  const rows = await sql<(Omit<SignedCheckpoint, 'at'> & { at: string })[]>`
    select number, (at at time zone 'UTC')::text as at, head_count as "headCount", heads_sha256 as "headsSha256",
      last_audit_event_id::float8 as "lastAuditEventId",
      last_application_event_id::float8 as "lastApplicationEventId",
      previous_sha256 as "previousSha256", sha256, key_id as "keyId", signature
    from audit_checkpoints order by number`
  return rows.map(row => ({ ...row, at: canonicalInstant(row.at) ?? '' }))
}

function wrongWithCheckpoints({
  checkpoints,
  keys,
  kept,
}: {
  checkpoints: readonly SignedCheckpoint[]
  keys: readonly TrustedKey[]
  kept: string | undefined
}): CheckpointFinding[] {
  const findings: CheckpointFinding[] = []
  let before = { number: 0, sha256: noHash }
  for (const checkpoint of checkpoints) {
    const what =
      whatIsWrongWithCheckpoint({ checkpoint, keys }) ??
      (checkpoint.number !== before.number + 1 ? 'checkpoint-missing-before' : null) ??
      (checkpoint.previousSha256 !== before.sha256 ? 'checkpoint-not-linked' : null)
    if (what) findings.push({ log: 'audit_checkpoints', number: checkpoint.number, what })
    before = checkpoint
  }
  if (kept && !checkpoints.some(({ sha256 }) => sha256 === kept)) {
    findings.push({ log: 'audit_checkpoints', number: before.number, what: 'kept-checkpoint-missing' })
  }
  return findings
}

function unprovenCheckpoints({
  checkpoints,
  keys,
}: {
  checkpoints: readonly SignedCheckpoint[]
  keys: readonly TrustedKey[]
}): UnprovenCheckpoint[] {
  return checkpoints.flatMap(checkpoint => {
    const why = whyUnproven({ checkpoint, keys })
    return why ? [{ number: checkpoint.number, keyId: checkpoint.keyId, why }] : []
  })
}

type HeadRow = {
  checkpointNumber: number
  log: ChainedLog
  applicationId: string | null
  chainPosition: number
  hash: string
}

/**
 * The newest head of each chain, once the heads of each checkpoint are what it signed. One that a trusted key
 * signed is never replaced by a later one that anybody who can write to the database may have signed.
 */
async function readHeads(
  sql: postgres.TransactionSql,
  {
    checkpoints,
    unproven,
  }: { checkpoints: readonly SignedCheckpoint[]; unproven: readonly UnprovenCheckpoint[] },
): Promise<{ heads: Map<string, Head>; changed: CheckpointFinding[] }> {
  const rows = await sql<HeadRow[]>`
    select checkpoint_number as "checkpointNumber", log, application_id as "applicationId",
      chain_position as "chainPosition", hash
    from audit_checkpoint_heads order by checkpoint_number`
  const isUnproven = new Set(unproven.map(({ number }) => number))
  const proven = new Map<string, Head>()
  const others = new Map<string, Head>()
  const ofCheckpoint = new Map<number, HeadRow[]>()
  for (const row of rows) {
    const heads = isUnproven.has(row.checkpointNumber) ? others : proven
    heads.set(chainName(row), { position: row.chainPosition, hash: row.hash })
    const its = ofCheckpoint.get(row.checkpointNumber)
    if (its) its.push(row)
    else ofCheckpoint.set(row.checkpointNumber, [row])
  }
  const changed = checkpoints
    .filter(({ number, headsSha256, headCount }) => {
      const its = ofCheckpoint.get(number) ?? []
      return its.length !== headCount || digestOfHeads(its) !== headsSha256
    })
    .map(({ number }) => ({ log: 'audit_checkpoints' as const, number, what: 'heads-changed' as const }))
  return { heads: new Map([...others, ...proven]), changed }
}

function chainName({ log, applicationId }: { log: string; applicationId: string | null }): string {
  return `${log} ${applicationId ?? '-'}`
}

/** The cases of which the log, whose own chain is walked as well, says that they were erased. */
async function erasedCases(sql: postgres.TransactionSql): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select application_id as id from audit_events where action = 'application-erased'`
  return new Set(rows.map(({ id }) => id))
}

async function verifyLog(
  sql: postgres.TransactionSql,
  {
    log,
    heads,
    erased,
    tell,
  }: { log: ChainedLog; heads: Map<string, Head>; erased: Set<string>; tell: (finding: Finding) => void },
): Promise<number> {
  const unseen = new Set([...heads.keys()].filter(name => name.startsWith(`${log} `)))
  const walk = walkChains({
    log,
    tell,
    headOf: applicationId => heads.get(chainName({ log, applicationId })),
    wasErased: applicationId => applicationId !== null && erased.has(applicationId),
  })
  let count = 0
  for await (const rows of allRows(sql, log)) {
    for (const row of rows) {
      count += 1
      unseen.delete(chainName({ log, applicationId: row.application_id }))
      walk.take(row)
    }
  }
  walk.end()
  for (const name of unseen) {
    const chain = name.slice(log.length + 1)
    tell({ log, applicationId: chain === '-' ? null : chain, rowId: null, what: 'end-cut-off' })
  }
  return count
}

function allRows(sql: postgres.TransactionSql, log: ChainedLog): AsyncIterable<ChainedRow[]> {
  const columns = hashedColumns[log].map(column =>
    column === 'at' ? `(at at time zone 'UTC')::text as at` : `${column}::text`,
  )
  // Named with the table, or the places would be sorted as the texts that are selected.
  const order = ['application_id nulls first', 'chain_position', 'id'].map(column => `${log}.${column}`)
  return sql
    .unsafe<ChainedRow[]>(`select ${columns.join(', ')}, hash from ${log} order by ${order.join(', ')}`)
    .cursor(rowsAtATime)
}
