import { type ChainedLog, type ChainedRow, hashOfRow, isErased, noHash } from './chained-row'

/** Where a chain had come to when a checkpoint was signed. */
export type Head = { position: number; hash: string }

/** What is wrong with a log, by the row at which it shows. */
export type Finding = {
  log: ChainedLog
  /** null: the chain of the rows that belong to no application. */
  applicationId: string | null
  /** The row's id; null where the row is not there any more. */
  rowId: string | null
  what:
    | 'changed' // its content does not give its hash
    | 'row-missing-before' // its place is not the next one
    | 'place-taken-twice' // it stands where another row stands
    | 'not-linked' // it does not follow from the row before it
    | 'end-cut-off' // a signed checkpoint knew a longer chain
    | 'words-taken-away' // its words are gone, and nothing says that the case was erased
    | 'rewritten' // a signed checkpoint knew another row in its place
}

type Chain = { applicationId: string | null; position: number; hash: string; isBroken: boolean }

/**
 * Walks the rows of a log, which come chain by chain and in their places, and tells the first thing wrong with
 * each chain: what follows it says no more.
 *
 * @param wasErased whether the log says that a case was erased when its retention had run out
 * @param headOf the newest signed head of a chain, if a checkpoint knew the chain
 * @returns `take` for each row, `end` once there is no more
 */
export function walkChains({
  log,
  headOf,
  wasErased = () => false,
  tell,
}: {
  log: ChainedLog
  headOf: (applicationId: string | null) => Head | undefined
  wasErased?: (applicationId: string | null) => boolean
  tell: (finding: Finding) => void
}): { take(row: ChainedRow): void; end(): void } {
  let chain: Chain | null = null
  const end = () => {
    if (!chain || chain.isBroken) return
    const { applicationId, position } = chain
    const head = headOf(applicationId)
    if (head && head.position > position) tell({ log, applicationId, rowId: null, what: 'end-cut-off' })
  }
  const take = (row: ChainedRow) => {
    const applicationId = row.application_id
    if (chain?.applicationId !== applicationId) {
      end()
      chain = { applicationId, position: 0, hash: noHash, isBroken: false }
    }
    if (chain.isBroken) return
    const what =
      whatIsWrong({ log, row, before: chain, head: headOf(applicationId) }) ??
      (isErased(row) && !wasErased(applicationId) ? 'words-taken-away' : null)
    if (what) tell({ log, applicationId, rowId: row.id, what })
    chain = { applicationId, position: chain.position + 1, hash: row.hash, isBroken: what !== null }
  }
  return { take, end }
}

function whatIsWrong({
  log,
  row,
  before,
  head,
}: {
  log: ChainedLog
  row: ChainedRow
  before: Chain
  head: Head | undefined
}): Finding['what'] | null {
  const position = Number(row.chain_position)
  if (hashOfRow({ log, row }) !== row.hash) return 'changed'
  if (position <= before.position) return 'place-taken-twice'
  if (position > before.position + 1) return 'row-missing-before'
  if (row.previous_hash !== before.hash) return 'not-linked'
  if (head?.position === position && head.hash !== row.hash) return 'rewritten'
  return null
}
