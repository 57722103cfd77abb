import { createHash, type KeyObject, sign, verify } from 'node:crypto'

/** The head of the tree: its size and root, in the name of a log. */
export type Checkpoint = { origin: string; size: number; root: Buffer }

/** Ed25519 among the kinds of signature of C2SP signed-note. */
const ED25519 = 1

type NoteKey = { publicKey: KeyObject }

/**
 * A checkpoint as others read it: C2SP tlog-checkpoint in a signed note. The origin is also the name of the key.
 */
export function signCheckpoint({
  checkpoint,
  key,
}: {
  checkpoint: Checkpoint
  key: NoteKey & { privateKey: KeyObject }
}): string {
  const body = bodyOf(checkpoint)
  const signature = sign(null, Buffer.from(body), key.privateKey)
  const signed = Buffer.concat([keyHash({ name: checkpoint.origin, key }), signature])
  return `${body}\n— ${checkpoint.origin} ${signed.toString('base64')}\n`
}

/** Reads a checkpoint that one of these keys signed for this log; null for anything else. Never throws. */
export function readCheckpoint({
  note,
  origin,
  keys,
}: {
  note: string
  origin: string
  keys: readonly NoteKey[]
}): Checkpoint | null {
  const parted = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n\n((?:— [^\n]+\n)+)$/.exec(note)
  if (!parted || parted[1] !== origin) return null
  const checkpoint = { origin, size: Number(parted[2]), root: Buffer.from(parted[3] ?? '', 'base64') }
  const signatures = (parted[4] ?? '').trimEnd().split('\n')
  const isSigned = keys.some(key => signatures.some(line => isSignatureOf({ line, checkpoint, key })))
  return isSigned ? checkpoint : null
}

function isSignatureOf({
  line,
  checkpoint,
  key,
}: {
  line: string
  checkpoint: Checkpoint
  key: NoteKey
}): boolean {
  const [, name, encoded] = line.split(' ')
  const bytes = Buffer.from(encoded ?? '', 'base64')
  if (name !== checkpoint.origin || bytes.length !== 68) return false
  if (!bytes.subarray(0, 4).equals(keyHash({ name, key }))) return false
  return verify(null, Buffer.from(bodyOf(checkpoint)), key.publicKey, bytes.subarray(4))
}

function bodyOf({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`
}

function keyHash({ name, key }: { name: string; key: NoteKey }): Buffer {
  const { x } = key.publicKey.export({ format: 'jwk' })
  const parts = [Buffer.from(`${name}\n`), Buffer.from([ED25519]), Buffer.from(x ?? '', 'base64url')]
  return createHash('sha256').update(Buffer.concat(parts)).digest().subarray(0, 4)
}

/** A proof that anybody checks without asking us (C2SP tlog-proof): the entry, its place, the hashes, the checkpoint. */
export function writeProof({
  entry,
  index,
  proof,
  note,
}: {
  entry: string
  index: number
  proof: readonly Buffer[]
  note: string
}): string {
  return [
    'c2sp.org/tlog-proof@v1',
    `extra ${Buffer.from(entry).toString('base64')}`,
    `index ${index}`,
    ...proof.map(hash => hash.toString('base64')),
    '',
    note,
  ].join('\n')
}
