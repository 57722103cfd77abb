import { type KeyObject, sign, verify } from 'node:crypto'
import { type ChainedLog, sha256 } from './chained-row'

/** The key that signs checkpoints: the one that signs certificates, whose public half is published. */
export type CheckpointKey = { keyId: string; privateKey: KeyObject }
/** A public key that whoever checks trusts, from elsewhere than the database that is checked. */
export type TrustedKey = { keyId: string; publicKey: KeyObject }

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

export type CheckpointFailure =
  | 'checkpoint-changed'
  | 'checkpoint-key-not-trusted'
  | 'checkpoint-signature-wrong'

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
  if (!key) return 'checkpoint-key-not-trusted'
  const signature = Buffer.from(checkpoint.signature, 'base64url')
  return verify(null, Buffer.from(text), key.publicKey, signature) ? null : 'checkpoint-signature-wrong'
}
