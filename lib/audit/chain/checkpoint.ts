import { type KeyObject, sign, verify } from 'node:crypto'
import { type ChainedLog, sha256 } from './chained-row'

/** The key that signs checkpoints: the one that signs certificates, whose public half is published. */
export type CheckpointKey = { keyId: string; privateKey: KeyObject }
/** A public key that whoever checks trusts, from elsewhere than the database that is checked. */
export type TrustedKey = {
  keyId: string
  publicKey: KeyObject
  /** When the key after it began to sign. */
  retiredAt?: Date
  /** From when on nothing that it signed is believed, because it got out. */
  withdrawnFrom?: Date
}

/** How long processes that were not restarted yet may go on signing with the key before. */
const ROLLING_RESTART_HOURS = 24

export type CheckpointHead = {
  log: ChainedLog
  applicationId: string | null
  chainPosition: number
  hash: string
}

/** What a checkpoint says; its text is signed. Instants as `2026-11-25T08:00:00.000000Z`. */
export type CheckpointContent = {
  number: number
  at: string
  headCount: number
  headsSha256: string
  lastAuditEventId: number
  lastApplicationEventId: number
  previousSha256: string
  keyId: string
}
export type SignedCheckpoint = CheckpointContent & { sha256: string; signature: string }

/** The digest of a checkpoint's list of heads, in whatever order they come. */
export function digestOfHeads(heads: readonly CheckpointHead[]): string {
  const lines = heads.map(
    ({ log, applicationId, chainPosition, hash }) =>
      `${log} ${applicationId ?? '-'} ${chainPosition} ${hash}\n`,
  )
  return sha256(lines.toSorted().join(''))
}

/** The text that is signed. Its first line keeps it apart from everything else that the key signs. */
export function textOfCheckpoint(checkpoint: CheckpointContent): string {
  return [
    'birth-service registration: checkpoint of the logs, v1',
    `number ${checkpoint.number}`,
    `at ${checkpoint.at}`,
    `heads ${checkpoint.headCount} ${checkpoint.headsSha256}`,
    `last ${checkpoint.lastAuditEventId} ${checkpoint.lastApplicationEventId}`,
    `previous ${checkpoint.previousSha256}`,
    `key ${checkpoint.keyId}`,
    '',
  ].join('\n')
}

/** Signs a checkpoint with Ed25519. */
export function signCheckpoint({
  content,
  key,
}: {
  content: Omit<CheckpointContent, 'keyId'>
  key: CheckpointKey
}): SignedCheckpoint {
  const whole = { ...content, keyId: key.keyId }
  const text = textOfCheckpoint(whole)
  const signature = sign(null, Buffer.from(text), key.privateKey).toString('base64url')
  return { ...whole, sha256: sha256(text), signature }
}

export type CheckpointFailure = 'checkpoint-changed' | 'checkpoint-signature-wrong' | 'checkpoint-key-retired'
/** Why a checkpoint proves nothing, though nothing shows that anybody touched it. */
export type UnprovenReason = 'key-unknown' | 'key-withdrawn'

/** Whether a checkpoint says what its signer said, by the keys that the checker trusts; null if it does. */
export function whatIsWrongWithCheckpoint({
  checkpoint,
  keys,
}: {
  checkpoint: SignedCheckpoint
  keys: readonly TrustedKey[]
}): CheckpointFailure | null {
  const text = textOfCheckpoint(checkpoint)
  if (sha256(text) !== checkpoint.sha256) return 'checkpoint-changed'
  const key = keys.find(({ keyId }) => keyId === checkpoint.keyId)
  if (!key) return null
  const signature = Buffer.from(checkpoint.signature, 'base64url')
  if (!verify(null, Buffer.from(text), key.publicKey, signature)) return 'checkpoint-signature-wrong'
  if (!key.retiredAt) return null
  const lastMoment = key.retiredAt.getTime() + ROLLING_RESTART_HOURS * 3_600_000
  return Date.parse(checkpoint.at) > lastMoment ? 'checkpoint-key-retired' : null
}

/** Whether nobody whom the checker trusts vouches for a checkpoint; null if somebody does. */
export function whyUnproven({
  checkpoint,
  keys,
}: {
  checkpoint: SignedCheckpoint
  keys: readonly TrustedKey[]
}): UnprovenReason | null {
  const key = keys.find(({ keyId }) => keyId === checkpoint.keyId)
  if (!key) return 'key-unknown'
  const isWithdrawn = key.withdrawnFrom && !(Date.parse(checkpoint.at) < key.withdrawnFrom.getTime())
  return isWithdrawn ? 'key-withdrawn' : null
}
