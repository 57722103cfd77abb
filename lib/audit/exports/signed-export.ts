import { createHash, sign, verify } from 'node:crypto'
import type { CheckpointKey, TrustedKey } from '../chain/checkpoint'

/** What proves a file: the digest of what was signed, and the service's signature over it. */
export type ExportProof = { sha256: string; keyId: string; signature: string }

export type ExportFailure =
  | 'export-unreadable'
  | 'export-changed'
  | 'export-key-unknown'
  | 'export-key-withdrawn'
  | 'export-signature-wrong'

/** The last lines of a CSV, or the whole of a proof that comes beside its file. */
const proofLines =
  /^(?<content>.*)#sha256,(?<digest>[0-9a-f]{64})\r\n#signature,(?<keyId>[\w-]+),(?<signature>[\w-]+)\r\n$/s

function signedText(digest: string): Buffer {
  return Buffer.from(`birth-service registration: export of the logs, v1\nsha256 ${digest}\n`)
}

/** Signs what is exported. */
export function proofOf({ content, key }: { content: string | Buffer; key: CheckpointKey }): ExportProof {
  const digest = createHash('sha256').update(content).digest('hex')
  const signature = sign(null, signedText(digest), key.privateKey).toString('base64url')
  return { sha256: digest, keyId: key.keyId, signature }
}

/** A proof as two lines: the end of a CSV, or a file of its own beside one that cannot carry it. */
export function linesOfProof({ sha256, keyId, signature }: ExportProof): string {
  return `#sha256,${sha256}\r\n#signature,${keyId},${signature}\r\n`
}

/** A table as CSV (RFC 4180), without its proof. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** What is wrong with an exported CSV, by the keys that the checker trusts; null if nothing is. */
export function whatIsWrongWithExport({
  file,
  keys,
}: {
  file: string
  keys: readonly TrustedKey[]
}): ExportFailure | null {
  const content = proofLines.exec(file)?.groups?.content
  if (content === undefined) return 'export-unreadable'
  return whatIsWrongWithFile({ file: Buffer.from(content), proof: file.slice(content.length), keys })
}

/** What is wrong with a file whose proof came beside it; null if nothing is. */
export function whatIsWrongWithFile({
  file,
  proof,
  keys,
}: {
  file: Buffer
  proof: string
  keys: readonly TrustedKey[]
}): ExportFailure | null {
  const { content, digest, keyId, signature } = proofLines.exec(proof)?.groups ?? {}
  if (content !== '' || !digest || !signature) return 'export-unreadable'
  if (createHash('sha256').update(file).digest('hex') !== digest) return 'export-changed'
  const key = keys.find(trusted => trusted.keyId === keyId)
  if (!key) return 'export-key-unknown'
  const isRight = verify(null, signedText(digest), key.publicKey, Buffer.from(signature, 'base64url'))
  if (!isRight) return 'export-signature-wrong'
  // Nothing in an export proves when it was signed, so that a key that got out vouches for none of them.
  return key.withdrawnFrom ? 'export-key-withdrawn' : null
}

/** A first character that a spreadsheet would take for a formula gets an apostrophe before it. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Always quoted. */
function cell(text: string): string {
  return `"${withoutFormula(text).replaceAll('"', '""')}"`
}
